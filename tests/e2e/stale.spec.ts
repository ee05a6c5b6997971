import type { Page } from "@playwright/test";
import { paths } from "@/lib/paths";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./fixtures";
import { arrive, hire } from "./people";

/** Returned reports of the demonstration that no other journey touches. */
const places = { desktop: "cc-480", phone: "cc-374" };

const register = (page: Page) => page.locator("#cell-cases-separateRegister");
const saved = (page: Page) => page.getByRole("status").filter({ hasText: /Đã lưu \d\d:\d\d/ });

test("two windows change one cell: the later save shows both figures and lets the person choose", async ({
  page,
  browser,
  context,
}, { project }) => {
  test.setTimeout(90_000);
  const agency = project.name === "phone" ? places.phone : places.desktop;
  await arrive(page, await hire(browser, "CLERK", agency));
  const other = await context.newPage();
  for (const each of [page, other]) await each.goto(paths.entry(agency, 2023, 1));

  await register(other).fill("4");
  await register(other).press("Enter");
  await expect(saved(other)).toBeVisible();
  await register(page).fill("7");
  await register(page).press("Enter");

  const conflict = page.getByRole("alert").filter({ hasText: "Có người vừa lưu báo cáo này" });
  await expect(conflict).toContainText("Không có số nào bị mất");
  const [mine, theirs] = [conflict.getByLabel(/Của tôi: 7/), conflict.getByLabel(/Bản đã lưu: 4/)];
  await expect(mine).not.toBeChecked();
  await expect(theirs).not.toBeChecked();
  const apply = conflict.getByRole("button", { name: "Áp dụng và lưu tiếp" });
  await expect(apply).toBeDisabled();
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);

  await mine.check();
  await apply.click();
  await expect(conflict).toHaveCount(0);
  await expect(saved(page)).toBeVisible();
  await other.reload();
  await expect(register(other)).toHaveValue("7");
});
