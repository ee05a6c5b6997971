import type { APIResponse, Page } from "@playwright/test";
import { paths } from "@/lib/paths";
import { expect, login, test } from "./fixtures";
import { type Visit, visits } from "./pages";

const clerk = "vanlam.nhap";
const report = "/api/v1/reports/cc-325/2022/12";

/** Checks the headers of one answer and the nonce of every script and style in it; returns the nonce. */
async function expectGuarded(response: APIResponse): Promise<string> {
  const headers = response.headers();
  const where = `${response.status()} ${response.url()}`;
  const policy = headers["content-security-policy"] ?? "";
  const nonce =
    /(?:^|; )script-src 'nonce-([A-Za-z0-9+/]{22}==)' 'strict-dynamic'(?:;|$)/.exec(policy)?.[1] ?? "";
  expect(nonce, `${where}: ${policy}`).not.toBe("");
  expect(policy, where).not.toMatch(/unsafe-|https?:|\*/);
  for (const directive of [
    "default-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ]) {
    expect(policy.split("; "), where).toContain(directive);
  }
  expect(headers, where).toMatchObject({
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
  });
  expect(Object.keys(headers), where).not.toContain("x-powered-by");
  const isPage = (headers["content-type"] ?? "").startsWith("text/html");
  const tags = isPage ? ((await response.text()).match(/<(?:script|style)\b[^>]*>/g) ?? []) : [];
  expect(
    tags.filter((tag) => !tag.includes(` nonce="${nonce}"`)),
    where,
  ).toEqual([]);
  // A page without a single script would pass for nothing; a redirect has no body.
  if (isPage && response.status() !== 307) expect(tags.length, where).toBeGreaterThan(0);
  return nonce;
}

/** Asks once and does not follow where it is sent. */
function ask(page: Page, path: string): Promise<APIResponse> {
  return page.request.get(path, { maxRedirects: 0 });
}

/** The visit's own address; for one only known at run time the first such link of its page. */
async function addressOf(page: Page, { path, follow }: Visit): Promise<string> {
  if (!follow) return path;
  const html = await (await ask(page, path)).text();
  const links = [...html.matchAll(/href="([^"]+)"/g)].map(([, href]) => href ?? "");
  return links.find((href) => follow.test(href)) ?? "";
}

for (const visit of visits) {
  test(`R16: ${visit.route} comes with its policy, and every script with the nonce of that answer`, async ({
    page,
  }) => {
    if (visit.login !== null) await login(page, visit.login);
    const address = await addressOf(page, visit);
    expect(address).not.toBe("");
    const [first, second] = [await ask(page, address), await ask(page, address)];
    expect(first.status()).toBeLessThan(400);
    expect(await expectGuarded(first)).not.toBe(await expectGuarded(second));
  });
}

const others: readonly (readonly [title: string, path: string, status: number, login: string | null])[] = [
  ["an unknown page", "/khong-co-trang-nay", 404, null],
  ["an unknown page for somebody signed in", "/khong-co-trang-nay", 404, clerk],
  ["a foreign report's page", paths.entry("cc-001", 2022, 12), 404, clerk],
  ["an unknown address beside the API", "/api/khong-co", 404, null],
];

const answers: readonly (readonly [title: string, path: string, status: number, login: string | null])[] = [
  ["the health check", "/api/health/live", 200, null],
  ["an unknown health check", "/api/health/khong-co", 404, null],
  ["an unknown address of the API", "/api/v1/khong-co", 404, null],
  ["a foreign report of the API", "/api/v1/reports/cc-001/2022/12", 404, clerk],
  ["the API for nobody", report, 401, null],
  ["the rates", "/api/v1/rates?year=2022&month=12&agency=cc-325", 200, clerk],
];

for (const [title, path, status, who] of answers) {
  test(`R16: ${title} answers ${status} with a policy that lets nothing load`, async ({ page }) => {
    if (who !== null) await login(page, who);
    const response = await ask(page, path);
    expect(response.status()).toBe(status);
    const headers = response.headers();
    expect(headers["content-security-policy"]).toBe(
      "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox",
    );
    expect(headers).toMatchObject({ "x-content-type-options": "nosniff", "referrer-policy": "same-origin" });
    expect(Object.keys(headers)).not.toContain("x-powered-by");
    expect(headers["content-type"]).toContain("application/json");
  });
}

for (const [title, path, status, who] of others) {
  test(`R16: ${title} answers ${status} with the policy of a page`, async ({ page }) => {
    if (who !== null) await login(page, who);
    const [first, second] = [await ask(page, path), await ask(page, path)];
    expect(first.status()).toBe(status);
    expect(await expectGuarded(first)).not.toBe(await expectGuarded(second));
  });
}

function ownUrl(base: string | undefined): URL {
  if (!base) throw new Error("playwright.config.ts names no baseURL");
  return new URL(base);
}

/** The seven ways a request may pretend to come from our own pages. */
function probesAgainst(own: URL): Record<string, Record<string, string>> {
  return {
    "no origin": {},
    "a foreign origin": { origin: "https://evil.example" },
    "a foreign origin that forges our forwarded host": {
      origin: "https://evil.example",
      "x-forwarded-host": own.host,
      "x-forwarded-proto": own.protocol.slice(0, -1),
    },
    "origin null": { origin: "null" },
    "our host on another port": { origin: `${own.protocol}//${own.hostname}:1` },
    "an origin that only begins like ours": { origin: `${own.origin}.evil.example` },
    "our origin in capitals": { origin: own.origin.toUpperCase() },
  };
}

type Write = (headers: Record<string, string>) => Promise<APIResponse>;

/** Sends every probe; none may be let in, and `state` stays what it was. */
async function expectRefused(
  base: string | undefined,
  write: Write,
  state: () => Promise<string>,
): Promise<void> {
  const before = await state();
  const probes = Object.entries(probesAgainst(ownUrl(base)));
  expect(probes).toHaveLength(7);
  for (const [title, headers] of probes) {
    const response = await write(headers);
    expect(response.status(), title).toBe(403);
    expect(Object.keys(response.headers()), title).not.toContain("set-cookie");
    expect(await state(), title).toBe(before);
  }
}

test("R20: signing out is refused from anywhere but our own pages", async ({ page, baseURL }) => {
  await login(page, clerk, { fresh: true });
  const write: Write = (headers) => page.request.post("/api/sign-out", { headers, maxRedirects: 0 });
  const state = async () => String((await ask(page, paths.work())).status());
  expect(await state()).toBe("200");
  await expectRefused(baseURL, write, state);
  const accepted = await write({ origin: ownUrl(baseURL).origin });
  expect([accepted.status(), accepted.headers().location]).toEqual([303, paths.login()]);
  expect(await state()).toBe("307");
});

test("R20: preferences are refused from anywhere but our own pages", async ({ page, baseURL }) => {
  await login(page, clerk);
  const form = { locale: "en", back: paths.work() };
  const write: Write = (headers) => page.request.post("/api/preferences", { headers, form, maxRedirects: 0 });
  const state = async () => JSON.stringify(await page.context().cookies());
  const before = await state();
  await expectRefused(baseURL, write, state);
  expect((await write({ origin: ownUrl(baseURL).origin })).status()).toBe(303);
  expect(await state()).not.toBe(before);
  expect(await state()).toContain('"name":"locale","value":"en"');
});

test("R20: a report by cookie is refused from anywhere but our own pages", async ({ page, baseURL }) => {
  await login(page, clerk);
  const state = async () => (await ask(page, report)).text();
  const { version } = JSON.parse(await state());
  const put = (expectedVersion: number, headers: Record<string, string>) =>
    page.request.put(report, { headers, data: { expectedVersion, cases: {}, money: {} }, maxRedirects: 0 });
  await expectRefused(baseURL, (headers) => put(version, headers), state);
  // The control gets as far as the version, and leaves the demonstration's figures to the other tests.
  const accepted = await put(version + 1_000_000, { origin: ownUrl(baseURL).origin });
  expect(accepted.status()).toBe(409);
  expect(await accepted.json()).toMatchObject({ error: { code: "conflict", version } });
});
