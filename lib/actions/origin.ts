type Headers = { get: (name: string) => string | null };

/** The origins this installation answers to: APP_ORIGIN, or this machine's own port when it is not set. */
export function ownOrigins(): readonly string[] {
  const configured = process.env.APP_ORIGIN;
  if (configured) return [new URL(configured).origin];
  const port = process.env.PORT ?? "3000";
  return [`http://localhost:${port}`, `http://127.0.0.1:${port}`];
}

/** Whether a write that rides on a cookie comes from our own pages. No Origin is a no; forwarded headers count for nothing. */
export function isOwnOrigin(headers: Headers): boolean {
  const origin = headers.get("origin");
  return origin !== null && ownOrigins().includes(origin);
}
