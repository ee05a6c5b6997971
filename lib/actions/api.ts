import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { cookieOf, sessionCookie } from "@/lib/auth/cookie";
import { actorOfToken } from "@/lib/auth/queries";
import { signedInBy } from "@/lib/auth/session";
import { Failure, type FailureCode } from "@/lib/core/failure";
import type { Text } from "@/lib/core/locale";
import { isOwnOrigin } from "./origin";

export type ApiCall<Params> = { actor: Actor; request: Request; params: Params };

const statuses: Record<FailureCode, number> = {
  invalid: 422,
  forbidden: 404,
  "not-found": 404,
  conflict: 409,
  precondition: 409,
};
const notFound: Text = { vi: "Không tìm thấy.", en: "Not found." };
const whoAreYou: Text = {
  vi: "Hãy đăng nhập, hoặc gửi kèm Authorization: Bearer TOKEN.",
  en: "Sign in, or send Authorization: Bearer TOKEN.",
};
const foreign: Text = {
  vi: "Yêu cầu không đến từ trang của hệ thống nên không được nhận.",
  en: "The request did not come from this system's own pages and was not accepted.",
};

/** A route of the API: finds who asks (token or own cookie), answers JSON, and turns refusals into statuses. */
export function apiRoute<Params = Record<string, never>>(
  answer: (call: ApiCall<Params>) => Promise<Response | object>,
): (request: Request, context: { params: Promise<Params> }) => Promise<Response> {
  return async (request, context) => {
    try {
      if (isForeignWrite(request)) return refusal(request, 403, "forbidden", foreign);
      const actor = await callerOf(request);
      if (!actor)
        return refusal(request, 401, "unauthenticated", whoAreYou, {}, { "www-authenticate": "Bearer" });
      const result = await answer({ actor, request, params: await context.params });
      return result instanceof Response ? result : json(result, 200);
    } catch (error) {
      return refusalOf(request, error);
    }
  };
}

/** The JSON body of a request, at most `limit` bytes; anything else is invalid. */
export async function readJson(request: Request, limit = 1_000_000): Promise<unknown> {
  try {
    const body = await readAtMost(request, limit);
    if (body !== null) return JSON.parse(body);
  } catch {
    // Falls through to the one sentence about bodies.
  }
  throw new Failure("invalid", {
    vi: `Nội dung gửi lên phải là JSON, không quá ${limit} byte.`,
    en: `The body must be JSON of at most ${limit} bytes.`,
  });
}

/** The text of a body, or null beyond the limit: reading stops there, whatever the headers promise. */
async function readAtMost(request: Request, limit: number): Promise<string | null> {
  const reader = request.body?.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    length += part.value.length;
    if (length > limit) {
      await reader?.cancel();
      return null;
    }
    chunks.push(part.value);
  }
  return Buffer.concat(chunks).toString("utf8");
}

/** A JSON answer; big integers are written as strings. */
export function json(body: unknown, status: number, headers: Record<string, string> = {}): Response {
  const text = JSON.stringify(body, (_key, value) => (typeof value === "bigint" ? value.toString() : value));
  return new Response(text, {
    status,
    headers: { "content-type": "application/json; charset=utf-8", "cache-control": "no-store", ...headers },
  });
}

function isForeignWrite(request: Request): boolean {
  if (request.headers.has("authorization") || ["GET", "HEAD"].includes(request.method)) return false;
  return (
    cookieOf(request.headers.get("cookie"), sessionCookie().name) !== null && !isOwnOrigin(request.headers)
  );
}

async function callerOf(request: Request): Promise<Actor | null> {
  const authorization = request.headers.get("authorization");
  if (authorization !== null) {
    const token = /^Bearer ([\w-]{1,200})$/i.exec(authorization)?.[1];
    return token ? actorOfToken(token) : null;
  }
  const token = cookieOf(request.headers.get("cookie"), sessionCookie().name);
  const found = token ? await signedInBy(token) : null;
  return found && !found.mustChangePassword ? found.actor : null;
}

/** The one answer for what does not exist and for what the caller may not know to exist. */
export function nothingThere(request: Request): Response {
  return refusal(request, 404, "not-found", notFound);
}

function refusalOf(request: Request, error: unknown): Response {
  if (!(error instanceof Failure)) throw error;
  const status = statuses[error.code];
  if (status === 404) return nothingThere(request);
  const details = typeof error.details === "object" ? { ...error.details } : {};
  return refusal(request, status, error.code, error.text, { fields: fieldsOf(request, error), ...details });
}

function fieldsOf(request: Request, { fields }: Failure): Record<string, string> | undefined {
  if (!fields) return undefined;
  return Object.fromEntries(Object.entries(fields).map(([field, text]) => [field, text[localeOf(request)]]));
}

function refusal(
  request: Request,
  status: number,
  code: string,
  text: Text,
  more: Record<string, unknown> = {},
  headers: Record<string, string> = {},
): Response {
  return json({ error: { code, message: text[localeOf(request)], ...more } }, status, headers);
}

/** The language an API caller asks for: English when it comes first, else Vietnamese. */
export function localeOf(request: Request): "vi" | "en" {
  return /^en\b/i.test(request.headers.get("accept-language") ?? "") ? "en" : "vi";
}
