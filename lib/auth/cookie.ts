/** The session cookie: an opaque 256-bit id and nothing else. `__Host-` needs https, so plain http goes without. */
export function sessionCookie() {
  const secure = process.env.APP_ORIGIN?.startsWith("https://") ?? false;
  return {
    name: secure ? "__Host-thads" : "thads",
    options: { httpOnly: true, sameSite: "lax" as const, path: "/", secure },
  };
}

/** The value of one cookie in a Cookie header, or null. */
export function cookieOf(header: string | null, name: string): string | null {
  for (const part of header?.split(";") ?? []) {
    const [key, ...value] = part.trim().split("=");
    if (key === name) return value.join("=");
  }
  return null;
}
