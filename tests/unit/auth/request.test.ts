import { afterEach, expect, test, vi } from "vitest";
import { isOwnOrigin } from "@/lib/actions/origin";
import { cookieOf, sessionCookie } from "@/lib/auth/cookie";
import { addressOf, ownPathOr } from "@/lib/auth/request";
import { networkOf } from "@/lib/auth/throttle";

afterEach(() => vi.unstubAllEnvs());

test.each([
  ["/nhap/cuc-hung-yen/2022/6?x=1", "/nhap/cuc-hung-yen/2022/6?x=1"],
  ["//evil.example", "/"],
  ["/\\evil.example", "/"],
  ["https://evil.example", "/"],
  ["javascript:alert(1)", "/"],
  ["/a\nb", "/"],
  ["", "/"],
  [undefined, "/"],
  [["/a", "/b"], "/"],
])("after signing in %o leads to %s", (wanted, path) => {
  expect(ownPathOr("/", wanted)).toBe(path);
});

test("the cookie is bound to its host by name only under https", () => {
  vi.stubEnv("APP_ORIGIN", "https://thidua.example.vn");
  expect(sessionCookie()).toMatchObject({
    name: "__Host-thads",
    options: { secure: true, httpOnly: true, sameSite: "lax" },
  });
  vi.stubEnv("APP_ORIGIN", "");
  expect(sessionCookie()).toMatchObject({
    name: "thads",
    options: { secure: false, httpOnly: true, path: "/" },
  });
});

test("reads one cookie among many", () => {
  expect(cookieOf("a=1; thads=x=y; b=2", "thads")).toBe("x=y");
  expect(cookieOf("xthads=1", "thads")).toBeNull();
  expect(cookieOf(null, "thads")).toBeNull();
});

test("without APP_ORIGIN only this machine's own port is ours", () => {
  vi.stubEnv("APP_ORIGIN", "");
  vi.stubEnv("PORT", "4000");
  const ours = (origin: string) => isOwnOrigin(new Headers({ origin }));
  expect([ours("http://localhost:4000"), ours("http://127.0.0.1:4000")]).toEqual([true, true]);
  expect([ours("http://localhost:3000"), ours("https://localhost:4000"), ours("null")]).toEqual([
    false,
    false,
    false,
  ]);
});

test("networks are a /24 of IPv4 and a /64 of IPv6", () => {
  expect(networkOf("10.1.2.3")).toBe("10.1.2");
  expect(networkOf("::ffff:10.1.2.3")).toBe("10.1.2");
  expect(networkOf("2001:db8:1:2:3:4:5:6")).toBe("2001:db8:1:2");
  expect(addressOf(new Headers({ "x-forwarded-for": "1.1.1.1, 10.1.2.3" }))).toBe("10.1.2.3");
});
