import AxeBuilder from "@axe-core/playwright";
import { test as base, expect, type Page } from "@playwright/test";
import type { Role } from "@/lib/auth/actor";
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from "@/prisma/seed/accounts";

/** What a page did that it must not: errors in the console, CSP violations, requests to another machine. */
export type Problems = {
  list: string[];
  /** Declares a problem that the test provokes on purpose, such as the console line of a 404. */
  expect: (pattern: RegExp) => void;
};

type Cookies = Awaited<ReturnType<ReturnType<Page["context"]>["cookies"]>>;
const signedIn = new Map<string, Cookies>();

function watch(page: Page, list: string[]): void {
  page.on("console", (message) => {
    if (message.type() === "error") list.push(`console: ${message.text()} (${message.location().url})`);
  });
  page.on("pageerror", (error) => list.push(`exception: ${error.message}`));
  page.on("request", (request) => {
    const { hostname, protocol } = new URL(request.url());
    const isOurs = hostname === "localhost" || ["data:", "blob:"].includes(protocol);
    if (!isOurs) list.push(`request to another machine: ${request.url()}`);
  });
}

/** A test fails when its page misbehaves, whatever else it checks. */
export const test = base.extend<{ problems: Problems }>({
  problems: [
    async ({ page }, use) => {
      const list: string[] = [];
      const expected: RegExp[] = [];
      watch(page, list);
      await page.addInitScript(() => {
        document.addEventListener(
          "securitypolicyviolation",
          ({ violatedDirective, blockedURI, sourceFile }) => {
            console.error(`CSP: ${violatedDirective} ${blockedURI} ${sourceFile}`);
          },
        );
      });
      await use({ list, expect: (pattern) => void expected.push(pattern) });
      expect(list.filter((line) => !expected.some((pattern) => pattern.test(line)))).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** Signs in by the form as the account with this login. */
async function signIn(page: Page, login: string, password = DEMO_PASSWORD): Promise<void> {
  await page.goto("/dang-nhap");
  await page.locator('input[autocomplete="username"]').fill(login);
  await page.locator('input[autocomplete="current-password"]').fill(password);
  await page.locator('form:has(input[autocomplete="current-password"]) button[type="submit"]').click();
  await page.waitForURL((url) => url.pathname !== "/dang-nhap");
}

/**
 * Makes `page` the browser of a demonstration account, named by role (the first with it) or by login. The session
 * of an earlier test is taken up again; `fresh` signs in anew, as a test that signs out has to.
 */
export async function login(page: Page, who: Role | (string & {}), { fresh = false } = {}): Promise<void> {
  const account = DEMO_ACCOUNTS.find(({ login: name, role }) => name === who || role === who);
  if (!account) throw new Error(`${who} is neither a role nor a login of prisma/seed/accounts.ts`);
  const known = signedIn.get(account.login);
  if (known && !fresh) return page.context().addCookies(known);
  await signIn(page, account.login);
  if (!fresh) signedIn.set(account.login, await page.context().cookies());
}

/** No violation of WCAG 2.2 A and AA, nor of axe's good practice. */
export async function expectAccessible(page: Page): Promise<void> {
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  const { violations, passes } = await new AxeBuilder({ page }).withTags(tags).analyze();
  expect(passes.length).toBeGreaterThan(0);
  expect(
    violations.map(
      ({ id, help, nodes }) => `${id}: ${help} — ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`,
    ),
  ).toEqual([]);
}

/** The page itself never scrolls sideways; a wide table scrolls in its own box. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const { content, visible } = await page.evaluate(() => ({
    content: document.documentElement.scrollWidth,
    visible: document.documentElement.clientWidth,
  }));
  expect(content).toBeLessThanOrEqual(visible);
}
