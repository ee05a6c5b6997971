import type { APIResponse, Page } from "@playwright/test";
import { paths } from "@/lib/paths";
import { expect, login, test } from "./fixtures";
import { otherDesk } from "./people";

const pages = {
  "the leaders' table": paths.results({ year: 2021, month: 12 }),
  "the overview": paths.overview({ agency: "tc", year: 2021, month: 12 }),
  "a proof": paths.proof("cc-325", 2021, 12),
};
const table = pages["the leaders' table"];

const ask = (page: Page, path: string) => page.request.get(path, { maxRedirects: 0 });
const isKept = (answer: APIResponse) => answer.headers()["server-timing"] === "kept";
const nonceOf = (answer: APIResponse) =>
  /'nonce-([^']+)'/.exec(answer.headers()["content-security-policy"] ?? "")?.[1] ?? "none";

/** The answer without what is its own: the nonce, the second it left, and the word that it was kept. */
async function blank(answer: APIResponse) {
  const { "server-timing": _, date: __, ...headers } = answer.headers();
  const whole = JSON.stringify({ status: answer.status(), headers, body: await answer.text() });
  return whole.replaceAll(nonceOf(answer), "NONCE");
}

/** A made answer and the kept one after it; asked again when a write or the note that one was seen comes in between. */
async function madeAndKept(page: Page, path: string): Promise<[APIResponse, APIResponse]> {
  for (let tries = 0; tries < 5; tries += 1) {
    const first = await ask(page, path);
    await page.request.post(paths.saveView(), {
      headers: { origin: new URL(first.url()).origin },
      form: { work: "save", path: table, name: crypto.randomUUID() },
      maxRedirects: 0,
    });
    const both: [APIResponse, APIResponse] = [await ask(page, path), await ask(page, path)];
    if (!isKept(both[0]) && isKept(both[1])) return both;
  }
  throw new Error(`${path} was never answered from what was kept`);
}

for (const [title, path] of Object.entries(pages)) {
  test(`${title} is answered from what was kept, the same but for a nonce of its own`, async ({ page }) => {
    await login(page, "lanhdao");
    const [made, kept] = await madeAndKept(page, path);
    expect(nonceOf(kept)).not.toBe(nonceOf(made));
    expect(await blank(kept)).toBe(await blank(made));
    // Each script of the kept page runs: the browser refuses those with a stale nonce, and fixtures.ts hears of it.
    await page.goto(path);
    await expect(page.locator("h1")).toBeVisible();
    expect(await page.evaluate(() => document.querySelectorAll("script[src]").length)).toBeGreaterThan(0);
  });
}

test("a kept page is one reader's own, in their language and theme", async ({ page, browser, baseURL }) => {
  await login(page, "lanhdao");
  await madeAndKept(page, table);
  const other = await otherDesk(browser);
  await login(other, "thanhtra");
  const [mine, theirs] = [await ask(page, table), await ask(other, table)];
  expect(isKept(theirs)).toBe(false);
  expect(await theirs.text()).not.toBe(await mine.text());
  await other.context().close();
  const url = String(baseURL);
  await page.context().addCookies([{ name: "locale", value: "en", url }]);
  expect(await (await ask(page, table)).text()).toContain('<html lang="en"');
  await page.context().addCookies([{ name: "theme", value: "dark", url }]);
  expect(await (await ask(page, table)).text()).toContain('data-theme="dark"');
});

test("whoever signed out gets nothing that was kept", async ({ page, baseURL }) => {
  await login(page, "lanhdao", { fresh: true });
  await madeAndKept(page, table);
  const cookies = await page.context().cookies();
  const origin = new URL(String(baseURL)).origin;
  await page.request.post("/api/sign-out", { headers: { origin }, maxRedirects: 0 });
  await page.context().addCookies(cookies);
  expect((await ask(page, table)).status()).toBe(307);
});

test("a page is kept compressed and whole for browsers that accept it", async ({ page }) => {
  await login(page, "lanhdao");
  const [, kept] = await madeAndKept(page, table);
  expect(kept.headers()["content-encoding"]).toBe("gzip");
  expect(kept.headers()["cache-control"]).toContain("no-store");
  expect(await kept.text()).toMatch(/<\/html>\s*$/);
});

test("long tables are sent once, and stay when the browser has to make the page anew", async ({
  page,
  problems,
}) => {
  await login(page, "lanhdao");
  const text = await (await ask(page, table)).text();
  expect(text.match(/<tbody/g)?.length).toBeGreaterThan(0);
  expect(text.match(/u003ctbody/g)).toBeNull();
  const rows = page.locator("#content tbody tr");
  await page.goto(table);
  const count = await rows.count();
  expect(count).toBeGreaterThan(60);
  // What an extension does to a page before React sees it.
  problems.expect(/Minified React error #418/);
  await page.route("**/ket-qua?**", async (route) => {
    const response = await route.fetch();
    const changed = (await response.text()).replace(/(<main[^>]*>)/, "$1<b>!</b>");
    await route.fulfill({ response, body: changed });
  });
  const remade = page.waitForEvent("pageerror");
  await page.goto(table);
  expect((await remade).message).toContain("418");
  await expect(page.locator("#content > b")).toHaveCount(0);
  await expect(rows).toHaveCount(count);
});
