import "server-only";
import { revalidatePath } from "next/cache";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { signedIn } from "@/lib/auth/session";
import { Failure, type FailureCode } from "@/lib/core/failure";
import type { Text } from "@/lib/core/locale";
import type { Operation } from "./operation";
import { isOwnOrigin } from "./origin";
import { perform } from "./perform";

/** What a server action answers; there is no other shape. */
export type ActionState<Result> =
  | { status: "done"; result: Result }
  | {
      status: "refused";
      code: FailureCode | "unauthenticated";
      text: Text;
      fields?: Record<string, Text>;
      details?: unknown;
    };

export type ActionOptions<Input> = {
  /** The paths whose pages show what was written; from lib/paths only. */
  revalidates?: (input: Input) => readonly string[];
  /** Where to go when it is done; from lib/paths only. */
  redirects?: () => string;
  /** Only choosing one's own password is possible while the initial one stands. */
  withInitialPassword?: true;
};

const signInFirst: Text = {
  vi: "Phiên làm việc đã kết thúc. Hãy đăng nhập lại; nội dung đang nhập vẫn còn trên trang này.",
  en: "The session has ended. Sign in again; what you typed is still on this page.",
};
const foreign: Text = {
  vi: "Yêu cầu không đến từ trang của hệ thống nên không được nhận.",
  en: "The request did not come from this system's own pages and was not accepted.",
};

/** A server action around one operation: own origin, signed in, then the one door; refusals become a state. */
export function defineAction<Schema extends z.ZodType, Result>(
  operation: Operation<Schema, Result>,
  options: ActionOptions<z.input<Schema>> = {},
): (raw: unknown, idempotencyKey?: string) => Promise<ActionState<Result>> {
  return async (raw, idempotencyKey) => {
    if (!isOwnOrigin(await headers())) return { status: "refused", code: "forbidden", text: foreign };
    const actor = await callerOf(options);
    if (!actor) return { status: "refused", code: "unauthenticated", text: signInFirst };
    try {
      const key = typeof idempotencyKey === "string" ? { idempotencyKey } : {};
      const result = await perform(operation, actor, raw, key);
      for (const path of options.revalidates?.(raw as z.input<Schema>) ?? []) revalidatePath(path);
      if (!options.redirects) return { status: "done", result };
    } catch (error) {
      return refused(error);
    }
    redirect(options.redirects());
  };
}

/** The same for a plain form: takes `useActionState`'s arguments and reads the fields by name; empty ones are absent. */
export function defineFormAction<Schema extends z.ZodType, Result>(
  operation: Operation<Schema, Result>,
  options: ActionOptions<z.input<Schema>> = {},
): (previous: unknown, form: FormData) => Promise<ActionState<Result>> {
  const action = defineAction(operation, options);
  return async (_previous, form) => action(fieldsOf(form));
}

async function callerOf(options: { withInitialPassword?: true }): Promise<Actor | null> {
  const found = await signedIn();
  return found && (!found.mustChangePassword || options.withInitialPassword) ? found.actor : null;
}

function fieldsOf(form: unknown): Record<string, unknown> {
  if (!(form instanceof FormData)) return {};
  return Object.fromEntries([...form].filter(([name, value]) => !name.startsWith("$") && value !== ""));
}

/** A thrown refusal as a state; anything else goes on to the error page. */
function refused(error: unknown): ActionState<never> {
  if (!(error instanceof Failure)) throw error;
  const { code, text, fields, details } = error;
  return {
    status: "refused",
    code,
    text,
    ...(fields && { fields }),
    ...(details !== undefined && { details }),
  };
}
