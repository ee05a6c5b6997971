import type { OutgoingHttpHeaders } from "node:http";

/** An answer as it goes out. */
export type Answer = { status: number; headers: OutgoingHttpHeaders; body: Buffer };

/** A whole page without its nonce: pours as often as asked, each time around another nonce. */
export type PageMould = { size: number; pour: (nonce: string) => Answer };

const NONCE = /(?:^|; )script-src 'nonce-([A-Za-z0-9+/]{22}==)'/;

/** Where React or Next wrote that something failed while the page was made. */
const FAILED = /<template data-dgst|:E\{\\?"digest/;

/** The mould of an answer, or null when it is no whole page made without trouble that only its nonce ties to its request. */
export function mouldOf({ status, headers, body }: Answer): PageMould | null {
  const policy = String(headers["content-security-policy"] ?? "");
  const nonce = NONCE.exec(policy)?.[1];
  const isPage = status === 200 && String(headers["content-type"] ?? "").startsWith("text/html");
  if (!isPage || nonce === undefined || headers["set-cookie"] !== undefined) return null;
  const places = placesOf(body, nonce);
  // The same nonce in another writing would go out again unseen.
  const stem = nonce.slice(0, 22);
  if (places.length === 0 || placesOf(body, stem).length !== places.length) return null;
  if (FAILED.test(body.toString())) return null;
  const kept = Object.entries(headers);
  return {
    size: body.length,
    pour: (fresh) => {
      const filled = Buffer.from(body);
      for (const at of places) filled.write(fresh, at, "latin1");
      return {
        status,
        headers: Object.fromEntries(kept.map(([name, value]) => [name, renewed(value, nonce, fresh)])),
        body: filled,
      };
    },
  };
}

type HeaderValue = OutgoingHttpHeaders[string];

function renewed(value: HeaderValue, nonce: string, fresh: string): HeaderValue {
  if (Array.isArray(value)) return value.map((each) => each.replaceAll(nonce, fresh));
  return typeof value === "string" ? value.replaceAll(nonce, fresh) : value;
}

function placesOf(body: Buffer, text: string): number[] {
  const places: number[] = [];
  for (let at = body.indexOf(text); at >= 0; at = body.indexOf(text, at + text.length)) places.push(at);
  return places;
}
