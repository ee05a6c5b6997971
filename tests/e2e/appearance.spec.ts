import { paths } from "@/lib/paths";
import { expect, expectAccessible, expectNoSidewaysScroll, login, test } from "./fixtures";

const pages = [
  { who: "vanlam.nhap", path: paths.work(), english: /thing|nothing left to do/ },
  { who: "vanlam.nhap", path: paths.entry("cc-325", 2022, 12), english: /Enforcement results/ },
  { who: "lanhdao", path: paths.results({ year: 2022, month: 12 }), english: /The nation/ },
  { who: "lanhdao", path: paths.proof("cc-323", 2022, 12), english: /How it is computed/ },
];

for (const { who, path, english } of pages) {
  test(`${path} is written in English once the reader asks for it`, async ({ page }) => {
    await login(page, who);
    await page.goto(path);
    await expect(page.locator("html")).toHaveAttribute("lang", "vi");
    await page.getByRole("button", { name: "English" }).click();
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    await page.goto(path);
    await expect(page.locator("h1")).toContainText(english);
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  });

  test(`${path} is legible on a dark screen`, async ({ page }) => {
    await login(page, who);
    await page.goto(path);
    const light = await page.locator("html").evaluate((root) => getComputedStyle(root).backgroundColor);
    await page.getByRole("button", { name: "Tối" }).click();
    await page.goto(path);
    const dark = await page.locator("html").evaluate((root) => getComputedStyle(root).backgroundColor);
    expect(dark).not.toBe(light);
    await expectAccessible(page);
  });
}

test("the sign-in page speaks English to a reader who chose it", async ({ page, context, baseURL }) => {
  await context.addCookies([{ name: "locale", value: "en", url: baseURL ?? "" }]);
  await page.goto(paths.login());
  await expect(page.getByRole("button", { name: "Sign in" })).toBeVisible();
  await expectAccessible(page);
});
