import type { Browser, Page } from "@playwright/test";
import type { Role } from "@/lib/auth/actor";
import { paths } from "@/lib/paths";
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from "@/prisma/seed/accounts";
import { login as signInDemo } from "./fixtures";

/** Somebody who works at an agency during a journey. */
export type Person = { login: string; role: Role; agency: string; password: string };

/** The password people choose for themselves on their first visit. */
export const OWN_PASSWORD = "muoi hai thang cong don";

/** Signs in by the form; ends wherever the product leads. */
export async function enter(page: Page, login: string, password: string): Promise<void> {
  await page.goto(paths.login());
  await page.getByLabel("Tên đăng nhập").fill(login);
  await page.getByLabel("Mật khẩu").fill(password);
  await page.getByRole("button", { name: "Đăng nhập" }).click();
}

/** The administrator creates an account on `page`; answers the password to hand over. */
export async function createAccount(page: Page, person: Omit<Person, "password">): Promise<string> {
  await page.goto(paths.users());
  await page.locator("summary", { hasText: "Tạo tài khoản" }).click();
  const form = page.locator("form", { has: page.getByLabel("Họ và tên") });
  await form.getByLabel("Tên đăng nhập").fill(person.login);
  await form.getByLabel("Họ và tên").fill(`Người thử ${person.login}`);
  await form.getByLabel("Vai trò").selectOption(person.role);
  await form.getByLabel("Mã cơ quan").fill(person.agency);
  await form.getByRole("button", { name: "Tạo tài khoản" }).click();
  await page.getByText("Đã tạo tài khoản.").waitFor();
  return (await form.locator("output code").textContent()) ?? "";
}

/** Replaces the password given by the administrator; the product then asks to sign in again. */
export async function chooseOwnPassword(page: Page, given: string): Promise<void> {
  await page.getByLabel("Mật khẩu hiện tại").fill(given);
  await page.getByLabel("Mật khẩu mới", { exact: true }).fill(OWN_PASSWORD);
  await page.getByLabel("Nhập lại mật khẩu mới").fill(OWN_PASSWORD);
  await page.getByRole("button", { name: "Đổi mật khẩu" }).click();
  await page.waitForURL((url) => url.pathname === paths.login());
}

/** Another person's browser beside the test's own: nothing is shared with it. */
export async function otherDesk(browser: Browser): Promise<Page> {
  return (await browser.newContext()).newPage();
}

/** A person with an account that works: a demonstration account of that place, or a new one through the product. */
export async function hire(browser: Browser, role: Role, agency: string): Promise<Person> {
  const demo = DEMO_ACCOUNTS.find((account) => account.role === role && account.agency === agency);
  if (demo) return { login: demo.login, role, agency, password: DEMO_PASSWORD };
  const person = { login: `${agency}.${role.toLowerCase()}`, role, agency };
  const office = await otherDesk(browser);
  await signInDemo(office, "quantri");
  const given = await createAccount(office, person);
  await office.context().close();
  const first = await otherDesk(browser);
  await enter(first, person.login, given);
  await first.waitForURL((url) => url.pathname === paths.password());
  await chooseOwnPassword(first, given);
  await first.context().close();
  return { ...person, password: OWN_PASSWORD };
}

/** Makes `page` the browser of this person. */
export async function arrive(page: Page, person: Person): Promise<void> {
  await enter(page, person.login, person.password);
  await page.waitForURL((url) => url.pathname !== paths.login());
}
