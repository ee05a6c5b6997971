import "server-only";
import { createHash } from "node:crypto";
import type { z } from "zod";
import { getOrganisation } from "@/lib/agencies/queries";
import type { Organisation } from "@/lib/agencies/types";
import { type AuditLine, recordAudit } from "@/lib/audit/commands";
import type { Actor } from "@/lib/auth/actor";
import { can } from "@/lib/auth/permissions";
import { now } from "@/lib/clock";
import { dayOfInstant } from "@/lib/core/day";
import { Failure } from "@/lib/core/failure";
import type { Text } from "@/lib/core/locale";
import { lastDay } from "@/lib/core/period";
import { type Repeatable, writeAtOnce } from "@/lib/db/at-once";
import { inViewOf, type Tx } from "@/lib/db/client";
import type { Operation } from "./operation";
import { parseStrictly } from "./parse";
import { refusalOf } from "./refusal";

export type PerformOptions = { idempotencyKey?: string };

const longestKey = 200;
const secretsOnce: Text = {
  vi: "Việc này có mật khẩu hoặc mã truy cập nên không nhận Idempotency-Key: câu trả lời chỉ đưa ra một lần, không được lưu lại.",
  en: "This holds a password or a token and takes no Idempotency-Key: it is answered once and never kept.",
};

/** The one door for writes: parse strictly, authorize, open the transaction, run, audit, answer or refuse. */
export async function perform<Schema extends z.ZodType, Result>(
  operation: Operation<Schema, Result>,
  actor: Actor,
  raw: unknown,
  options: PerformOptions = {},
): Promise<Result> {
  const input = parseStrictly(operation.input, raw);
  const organisation = await getOrganisation();
  await authorize(operation, actor, input, organisation);
  assertUsableKey(options.idempotencyKey);
  if (operation.holdsSecret && options.idempotencyKey !== undefined)
    throw new Failure("invalid", secretsOnce);
  const repeatable = repeatableOf(operation.name, raw, options.idempotencyKey);
  try {
    if ("procedure" in operation) {
      const context = { actor, now: now(), organisation };
      const call = { name: operation.procedure, given: operation.given(context, input) };
      return operation.answer(context, input, await writeAtOnce(actor, call, repeatable));
    }
    const result = await inViewOf(actor, (tx) =>
      once(tx, actor, repeatable, async () => {
        const lines: AuditLine[] = [];
        const audit = async (line: AuditLine) => {
          lines.push(line);
          await recordAudit(tx, actor.userId, line);
        };
        const result = await operation.run({ tx, actor, now: now(), organisation, audit }, input);
        if (lines.length === 0) throw new Error(`${operation.name} wrote no audit line`);
        return result;
      }),
    );
    if (operation.afterwards) await follow(operation.name, actor, operation.afterwards(input));
    return result;
  } catch (error) {
    throw refusalOf(error);
  }
}

/** A key is kept in an index: it has a length, and it is no accident of an empty header. */
function assertUsableKey(key: string | undefined): void {
  if (key === undefined || (key !== "" && key.length <= longestKey)) return;
  throw new Failure("invalid", {
    vi: `Idempotency-Key phải dài từ 1 đến ${longestKey} ký tự.`,
    en: `An Idempotency-Key has 1 to ${longestKey} characters.`,
  });
}

/** What an operation does after its commit; a failure there cannot undo the write, so it is recorded instead. */
async function follow(operation: string, actor: Actor, work: Promise<void>): Promise<void> {
  await work.catch((error: unknown) =>
    inViewOf(actor, (tx) =>
      recordAudit(tx, actor.userId, {
        chain: "system",
        action: "afterwards.failed",
        subject: operation,
        payload: { reason: error instanceof Error ? error.message.slice(0, 200) : "" },
      }),
    ),
  );
}

async function authorize<Schema extends z.ZodType, Result>(
  operation: Operation<Schema, Result>,
  actor: Actor,
  input: z.output<Schema>,
  organisation: Organisation,
): Promise<void> {
  const today = dayOfInstant(now());
  const subjects = operation.subjects(input, { actor, organisation });
  const isAllowed =
    subjects === null
      ? can(actor, operation.permission, null, organisation)
      : subjects.length > 0 &&
        subjects.every(({ agency, period }) =>
          can(actor, operation.permission, { agency, day: period ? lastDay(period) : today }, organisation),
        );
  if (isAllowed) return;
  await inViewOf(actor, (tx) =>
    recordAudit(tx, actor.userId, {
      chain: "system",
      action: "access.denied",
      subject: operation.name,
      payload: { agencies: subjects?.slice(0, 20).map(({ agency }) => agency) ?? [] },
    }),
  );
  throw new Failure("forbidden", {
    vi: "Không tìm thấy, hoặc tài khoản này không được phép làm việc đó.",
    en: "Not found, or this account may not do that.",
  });
}

/** Runs `work` unless this actor already sent the same request under the same key; then answers as before. */
async function once<Result>(
  tx: Tx,
  actor: Actor,
  repeatable: Repeatable | null,
  work: () => Promise<Result>,
): Promise<Result> {
  if (repeatable === null) return work();
  const { key, requestHash } = repeatable;
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${actor.userId}|${key}`}, 0))`;
  const known = await tx.idempotencyRecord.findUnique({
    where: { actorId_key: { actorId: actor.userId, key } },
  });
  if (known && known.requestHash !== requestHash) throw new Error("idempotency_key_reused");
  if (known) return known.response as Result;
  const result = await work();
  const response = JSON.parse(stableText(result ?? null));
  await tx.idempotencyRecord.create({
    data: { actorId: actor.userId, key, requestHash, response, createdAt: now() },
  });
  return response as Result;
}

function repeatableOf(name: string, raw: unknown, key: string | undefined): Repeatable | null {
  if (key === undefined) return null;
  const requestHash = createHash("sha256")
    .update(`${name}\n${stableText(raw)}`)
    .digest("hex");
  return { key, requestHash };
}

function stableText(value: unknown): string {
  return JSON.stringify(value, (_key, each) => (typeof each === "bigint" ? each.toString() : each)) ?? "null";
}
