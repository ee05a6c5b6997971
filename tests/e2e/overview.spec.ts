import { readFile } from "node:fs/promises";
import { paths } from "@/lib/paths";
import { expect, expectAccessible, expectNoSidewaysScroll, login, test } from "./fixtures";

const june = paths.overview({ year: 2022, month: 6 });

test("a leader starts at the overview and reads what changed first", async ({ page }) => {
  await login(page, "lanhdao", { fresh: true });
  await expect(page).toHaveURL(new RegExp(`${paths.overview()}(?:\\?|$)`));
  await page.goto(june);
  await expect(page.locator("h1")).toContainText("Cả nước");
  const headings = page.locator("#content h2");
  await expect(headings.first()).toHaveText("Thay đổi từ tháng trước");
  for (const figure of ["49,20 %", "22,02 %", "81,50 %", "Số liệu minh họa"])
    await expect(page.locator("#content")).toContainText(figure);
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
});

test("the map leads to a province, the province to a unit, the unit to its proof, and back up", async ({
  page,
}) => {
  await login(page, "lanhdao");
  await page.goto(june);
  await expect(page.locator("#map-picture a")).toHaveCount(63);
  await page
    .getByRole("link", { name: /^Hưng Yên: .*, / })
    .first()
    .focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/agency=cuc-hung-yen/);
  await expect(page.locator("h1")).toContainText("Hưng Yên");
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  await page.locator("#ranking-title ~ div").getByRole("link", { name: "Văn Lâm" }).click();
  await expect(page).toHaveURL(/agency=cc-325/);
  await expectAccessible(page);
  await page.getByRole("navigation", { name: "Cấp trên" }).getByRole("link", { name: "Cả nước" }).click();
  await expect(page.locator("#map-picture a")).toHaveCount(63);
  await page.goto(paths.overview({ agency: "cc-325", year: 2022, month: 6 }));
  await page.getByRole("link", { name: "Xem cách tính" }).click();
  await expect(page).toHaveURL(/\/chung-minh\/cc-325\/2022\/6/);
});

test("the address holds agency, period and measure", async ({ page }) => {
  await login(page, "lanhdao");
  await page.goto(june);
  await page.getByRole("link", { name: "Về tiền", exact: true }).click();
  await expect(page).toHaveURL(/measure=money/);
  await page.getByLabel("Kỳ lũy kế").selectOption("12");
  await page.getByRole("button", { name: "Xem", exact: true }).click();
  await expect(page).toHaveURL(/month=12/);
  await expect(page).toHaveURL(/measure=money/);
  await expect(page.locator("#map-title")).toContainText("không đạt chỉ tiêu về tiền");
});

test("the numbers of a chart are on the page, and leave it as CSV and as a picture", async ({ page }) => {
  await login(page, "lanhdao");
  await page.goto(june);
  const map = page.locator("section[aria-labelledby='map-title']");
  await map.getByRole("link", { name: "Xem dạng bảng" }).click();
  await expect(page).toHaveURL(/table=map/);
  await expect(map.getByRole("row")).toHaveCount(64);
  const [csv] = await Promise.all([
    page.waitForEvent("download"),
    map.getByRole("link", { name: "CSV" }).click(),
  ]);
  const text = await readFile(await csv.path(), "utf8");
  expect(text).toContain("Số liệu minh họa");
  expect(text).toContain("Hưng Yên");
  const [picture] = await Promise.all([
    page.waitForEvent("download"),
    map.getByRole("button", { name: "PNG" }).click(),
  ]);
  expect(picture.suggestedFilename()).toBe("map-tc-2022-6.png");
  const bytes = await readFile(await picture.path());
  expect(bytes.subarray(1, 4).toString()).toBe("PNG");
  expect(bytes.length).toBeGreaterThan(10_000);
});

test("a province's leader starts at their province and finds no other", async ({ page, problems }) => {
  problems.expect(/status of 404/);
  await login(page, "hungyen.lanhdao", { fresh: true });
  await expect(page.locator("h1")).toContainText("Hưng Yên");
  await expect(page.locator("#map-picture")).toHaveCount(0);
  expect((await page.goto(paths.overview({ agency: "tc", year: 2022, month: 6 })))?.status()).toBe(404);
});
