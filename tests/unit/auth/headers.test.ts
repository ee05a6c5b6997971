import { NextRequest } from "next/server";
import { afterEach, expect, test, vi } from "vitest";
import { proxy } from "@/proxy";

afterEach(() => vi.unstubAllEnvs());

function headersOf(env: Record<string, string> = {}): Headers {
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  return proxy(new NextRequest("http://localhost:3000/khong-co")).headers;
}

test("every answer carries a policy with a fresh nonce and nothing unsafe", () => {
  const policies = [headersOf(), headersOf()].map((headers) => headers.get("content-security-policy") ?? "");
  const nonces = policies.map(
    (policy) => /script-src 'nonce-([A-Za-z0-9+/=]{24})' 'strict-dynamic'/.exec(policy)?.[1],
  );
  expect(nonces[0]).toBeDefined();
  expect(nonces[0]).not.toBe(nonces[1]);
  expect(policies[0]).not.toContain("unsafe");
  expect(policies[0]).toContain("default-src 'none'");
  expect(policies[0]).toContain(`style-src 'self' 'nonce-${nonces[0]}'`);
  expect(policies[0]).toContain("frame-ancestors 'none'");
});

test("the page is rendered with the nonce that the answer announces", () => {
  const headers = headersOf();
  expect(headers.get("x-middleware-request-content-security-policy")).toBe(
    headers.get("content-security-policy"),
  );
});

test("the page learns its own path from the proxy, whatever the browser claims", () => {
  const request = new NextRequest("http://localhost:3000/ket-qua?nam=2022&_rsc=1x", {
    headers: { "x-own-path": "/forged" },
  });
  expect(proxy(request).headers.get("x-middleware-request-x-own-path")).toBe("/ket-qua?nam=2022");
});

test("evaluating strings is allowed in development only", () => {
  expect(headersOf({ NODE_ENV: "development" }).get("content-security-policy")).toContain("'unsafe-eval'");
  expect(headersOf({ NODE_ENV: "production" }).get("content-security-policy")).not.toContain("'unsafe-eval'");
});

test("https is insisted on only where the installation has it", () => {
  const plain = headersOf({ APP_ORIGIN: "" });
  expect(plain.get("strict-transport-security")).toBeNull();
  expect(plain.get("content-security-policy")).not.toContain("upgrade-insecure-requests");
  const secure = headersOf({ APP_ORIGIN: "https://thidua.example.vn" });
  expect(secure.get("strict-transport-security")).toBe("max-age=63072000; includeSubDomains");
  expect(secure.get("content-security-policy")).toContain("upgrade-insecure-requests");
});

test("browsers are told not to sniff, frame, share or tell where people come from", () => {
  const headers = headersOf();
  const names = [
    "x-content-type-options",
    "referrer-policy",
    "cross-origin-opener-policy",
    "cross-origin-resource-policy",
  ];
  expect(names.map((name) => headers.get(name))).toEqual([
    "nosniff",
    "same-origin",
    "same-origin",
    "same-origin",
  ]);
  expect(headers.get("permissions-policy")).toContain("camera=()");
});
