type Headers = { get: (name: string) => string | null };

/**
 * The address a request came from: what the nearest proxy (or Next itself, which fills the header in from the socket)
 * appended last. Used to count failed sign-ins per network, never to decide who somebody is.
 */
export function addressOf(headers: Headers): string {
  return headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() ?? "";
}

/** The device as it names itself, for the list of sessions. */
export function deviceOf(headers: Headers): string {
  return headers.get("user-agent") ?? "";
}

/** Where to go after signing in: only a path of our own, never another site's address. */
export function ownPathOr(fallback: string, wanted: unknown): string {
  if (typeof wanted !== "string" || !/^\/(?![/\\])[\x21-\x7e]*$/.test(wanted) || wanted.includes("\\"))
    return fallback;
  return wanted;
}
