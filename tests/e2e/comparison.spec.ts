import { readFile } from "node:fs/promises";
import { paths } from "@/lib/paths";
import { expect, expectAccessible, expectNoSidewaysScroll, login, test } from "./fixtures";

const year = { year: 2022, month: 12 };

test("a leader compares provinces found without diacritics, and the address keeps them", async ({ page }) => {
  await login(page, "lanhdao");
  await page.goto(paths.comparison(year));
  await expect(page.locator("h1")).toHaveText("Chọn từ 2 đến 6 cơ quan để so sánh");
  await page.getByRole("searchbox", { name: "Tìm cơ quan để thêm" }).fill("tinh hung yen");
  await page.keyboard.press("Enter");
  await page.getByRole("link", { name: /Cục THADS tỉnh Hưng Yên/ }).click();
  await expect(page).toHaveURL(/agencies=cuc-hung-yen/);
  await page.goto(paths.comparison({ ...year, agencies: "cuc-hung-yen,tc" }));
  const distance = page.locator("section[aria-labelledby='distance-title']");
  await expect(distance.getByRole("link", { name: "82,50", exact: true })).toBeVisible();
  await expect(page.locator("#trend-cuc-hung-yen")).toBeVisible();
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    distance.getByRole("link", { name: "CSV" }).click(),
  ]);
  const csv = await readFile(await file.path(), "utf8");
  for (const part of ["539290", "653719", "Số liệu minh họa"]) expect(csv).toContain(part);
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
});

test("the headline of all indicators is the golden one, and each number opens its proof", async ({
  page,
}) => {
  await login(page, "lanhdao");
  await page.goto(paths.indicators({ agency: "cuc-hung-yen", year: 2021, month: 12 }));
  const content = page.locator("#content");
  for (const figure of ["84,05 %", "4.316", "5.135", "trên 83,00 %", "Chưa giao và chưa đơn vị nào nêu số"])
    await expect(content).toContainText(figure);
  await page.locator('a.proof[href*="indicator=R2_C"]').click();
  await expect(page).toHaveURL(/chung-minh\/cuc-hung-yen\/2021\/12\?indicator=R2_C/);
  await expect(content).toContainText("✔ Khớp");
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
});

test("the planner says what is missing by week, what if, and refuses what cannot be", async ({ page }) => {
  await login(page, "lanhdao");
  await page.goto(paths.plan({ year: 2022, month: 6 }));
  const content = page.locator("#content");
  for (const figure of ["132.637 việc", "28.895 tỷ đồng", "27 tuần"])
    await expect(content).toContainText(figure);
  await page.getByText("Giả định", { exact: true }).click();
  await page.getByLabel("Việc chuyển phân loại (±)").fill("-999999999");
  await page.getByRole("button", { name: "Xem", exact: true }).click();
  await expect(page.getByLabel("Việc chuyển phân loại (±)")).toHaveAttribute("aria-invalid", "true");
  await expect(content).toContainText("Giả định không thể xảy ra");
  await expectAccessible(page);
});

test("the ranking draws each place's interval, and a province's leader sees no other", async ({
  page,
  problems,
}) => {
  problems.expect(/status of 404/);
  await login(page, "lanhdao");
  await page.goto(paths.ranking({ ...year, other: "completedOnly" }));
  await expect(page.locator("#content tbody tr")).toHaveCount(63);
  await expect(page.getByRole("columnheader", { name: "Định nghĩa thứ hai %" })).toBeVisible();
  await expectNoSidewaysScroll(page);
  await page.context().clearCookies();
  await login(page, "hungyen.lanhdao", { fresh: true });
  for (const path of [
    paths.ranking({ agency: "tc", ...year }),
    paths.plan({ agency: "cuc-thai-binh", ...year }),
    paths.indicators({ agency: "tc", ...year }),
    paths.comparison({ agencies: "cuc-thai-binh", ...year }),
  ])
    expect((await page.goto(path))?.status()).toBe(404);
});
