import { type NextRequest, NextResponse } from "next/server";
import { FIXED_HEADERS } from "./next.config";

/**
 * Security headers and a fresh nonce for every page, errors and unknown addresses included. It decides nothing else.
 * Answers without markup (API, health) have fixed headers in next.config.ts: a nonce would guard nothing there.
 */
export function proxy(request: NextRequest): NextResponse {
  const isHttps = process.env.APP_ORIGIN?.startsWith("https://") ?? false;
  const nonce = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))));
  const policy = contentSecurityPolicy(nonce, isHttps);
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("x-own-path", ownPath(request.nextUrl));
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  for (const { key: name, value } of FIXED_HEADERS) response.headers.set(name, value);
  if (isHttps) response.headers.set("strict-transport-security", "max-age=63072000; includeSubDomains");
  return response;
}

/** Where the reader is, for the way back after signing in; pages are not told otherwise. */
function ownPath({ pathname, searchParams }: NextRequest["nextUrl"]): string {
  const query = new URLSearchParams(searchParams);
  query.delete("_rsc");
  return query.size === 0 ? pathname : `${pathname}?${query}`;
}

function contentSecurityPolicy(nonce: string, isHttps: boolean): string {
  // React's development build evaluates strings to rebuild server stacks; the production build never does.
  const development = process.env.NODE_ENV === "development" ? " 'unsafe-eval'" : "";
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${development}`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(isHttps ? ["upgrade-insecure-requests"] : []),
  ].join("; ");
}

export const config = { matcher: "/((?!api/v1/|api/health/|_next/static|_next/image|favicon\\.ico).*)" };
