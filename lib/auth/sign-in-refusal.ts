import type { Failure } from "@/lib/core/failure";

/** Carries why a sign-in was refused, and the login typed, over the redirect back to the form; not in its address. */
export const REFUSAL_COOKIE = "sign-in-refused";
const reasons = ["wrong", "wait", "foreign"] as const;

export type SignInRefusal = { reason: (typeof reasons)[number]; login: string; until: string };

/** The cookie's value for a refusal. */
export function refusalValue({ code, details }: Failure, login: string): string {
  const reason = code === "precondition" ? "wait" : code === "forbidden" ? "foreign" : "wrong";
  const until = (details as { until?: string } | undefined)?.until ?? "";
  return encodeURIComponent(new URLSearchParams({ reason, until, login: login.slice(0, 64) }).toString());
}

/** What the cookie says, or null; it comes from the browser, so only its known reasons count. */
export function readRefusal(value: string | undefined): SignInRefusal | null {
  if (value === undefined) return null;
  const fields = new URLSearchParams(value.includes("=") ? value : decodeSafely(value));
  const reason = reasons.find((each) => each === fields.get("reason"));
  const until = /^\d\d:\d\d:\d\d$/.exec(fields.get("until") ?? "")?.[0] ?? "";
  return reason ? { reason, until, login: (fields.get("login") ?? "").slice(0, 64) } : null;
}

function decodeSafely(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return "";
  }
}
