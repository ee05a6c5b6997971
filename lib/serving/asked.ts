import type { IncomingMessage } from "node:http";
import { sessionCookie } from "@/lib/auth/cookie";
import { LOCALE_COOKIE, THEME_COOKIE } from "@/lib/i18n/preference-cookies";

/** A page that may be answered from what was kept: whose cookie asks, and what of the request the page depends on. */
export type Asked = { token: string; about: readonly string[] };

/** Pages made only of audited facts, the reader, the day, and what is named in `about` below. */
const keepable = /^\/(?:ket-qua|tong-quan|chung-minh\/[a-z0-9-]{1,40}\/\d{4}\/\d{1,2})(?:\?([^#]*))?$/;

/** What Next answers with something else than a whole document, or a request that carries more than a question. */
const otherwise =
  /^(?:rsc|next-.*|x-nextjs-.*|x-middleware-.*|range|authorization|content-length|transfer-encoding)$/;

/** "Tính lại" is there to look at the rows again, and _rsc asks for part of a page. */
const neverKept = ["verify", "_rsc"];

const told = ["host", "x-forwarded-host", "x-forwarded-proto", "x-forwarded-port", "user-agent"] as const;

/** What a request asks for, when it is one that may be answered from what was kept; else null. */
export function askedOf({ method, url = "", headers }: IncomingMessage): Asked | null {
  const address = url.length > 2_000 ? null : keepable.exec(url);
  if (!address || (method !== "GET" && method !== "HEAD")) return null;
  const query = new URLSearchParams(address[1] ?? "");
  if (neverKept.some((name) => query.has(name))) return null;
  if (Object.keys(headers).some((name) => otherwise.test(name))) return null;
  const cookies = cookiesOf(headers.cookie ?? "");
  const token = cookies(sessionCookie().name);
  const preferences = [cookies(LOCALE_COOKIE), cookies(THEME_COOKIE)];
  // A name given twice is read differently by different readers.
  if (!token || preferences.includes(TWICE) || token === TWICE) return null;
  return {
    token,
    about: [
      url,
      ...preferences.map((value) => value ?? ""),
      ...told.map((name) => String(headers[name] ?? "")),
    ],
  };
}

const TWICE = " ";

function cookiesOf(header: string): (name: string) => string | null {
  const pairs = header.split(";").map((part) => part.trim());
  return (name) => {
    const values = pairs
      .filter((pair) => pair.startsWith(`${name}=`))
      .map((pair) => pair.slice(name.length + 1));
    return values.length > 1 ? TWICE : (values[0] ?? null);
  };
}
