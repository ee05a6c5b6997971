import type { Command } from "commander";
import { getAnchors } from "@/lib/audit/anchors/queries";
import type { AnchorProblem } from "@/lib/audit/anchors/types";
import { getAuditPage } from "@/lib/audit/queries";
import { auditFilter } from "@/lib/audit/schema";
import { anchorProblemText, problemText } from "@/lib/audit/view";
import { now } from "@/lib/clock";
import { Failure } from "@/lib/core/failure";
import { makeAnchor } from "@/lib/db/anchor-file";
import { operator, readGivenFile, say } from "./terminal";

type Given = { anchors?: string; key?: string };

/** `audit …`: recompute every chain and hold it against the anchors; make an anchor, for the hourly cron. */
export function addAuditCommands(program: Command): void {
  const audit = program.command("audit").description("Nhật ký / Audit");
  audit
    .command("verify")
    .description(
      "Tính lại mọi chuỗi, đối chiếu với các mốc / Recompute every chain, compare with the anchors",
    )
    .option("--anchors <file>", "bản sao tệp mốc do kiểm toán giữ / the auditor's own copy of the anchors")
    .option("--key <key>", "khóa công khai đã ghi lại / the public key noted earlier")
    .action(verifyAudit);
  audit
    .command("anchor")
    .description("Ghi mốc của mọi chuỗi ra ngoài cơ sở dữ liệu / Anchor every chain outside the database")
    .action(anchorAudit);
}

async function verifyAudit({ anchors, key }: Given): Promise<void> {
  const { verified } = await getAuditPage(operator, auditFilter.parse({ verify: "1" }));
  const { lines, chains, problems } = verified ?? { lines: 0, chains: 0, problems: [] };
  const held = await getAnchors(operator, {
    ...(anchors === undefined ? {} : { copy: readGivenFile(anchors).toString("utf8") }),
    ...(key === undefined ? {} : { key }),
  });
  const breaches = held.verified?.problems ?? [];
  for (const problem of problems) say(problemText(problem, "vi"));
  for (const breach of breaches) say(anchorProblemText(breach, "vi"));
  refuseBroken(problems.length, breaches);
  const compared = held.verified?.anchors ?? 0;
  say(
    `Nhật ký nguyên vẹn / The audit is intact: ${lines} dòng, ${chains} chuỗi, ${compared} mốc` +
      (compared === 0 ? " (chưa có mốc / no anchor yet: audit anchor)" : ""),
  );
}

function refuseBroken(lines: number, breaches: readonly AnchorProblem[]): void {
  if (lines + breaches.length === 0) return;
  throw new Failure("precondition", {
    vi: `Nhật ký bị sửa hoặc thiếu ở ${lines} chỗ, trái với mốc ở ${breaches.length} chỗ.`,
    en: `The audit is broken in ${lines} places and contradicts its anchors in ${breaches.length}.`,
  });
}

async function anchorAudit(): Promise<void> {
  const { n, hash, file, breaches } = await makeAnchor("cli", now());
  say(`Tệp mốc / Anchor file: ${file}`);
  if (breaches > 0)
    say(`! ${breaches} chuỗi trái với mốc trước / chains contradict the anchor before: audit verify`);
  say(`Đã ghi mốc ${n} / Made anchor ${n}: ${hash}`);
}
