import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { paths } from "@/lib/paths";
import { expect, expectAccessible, expectNoSidewaysScroll, login, test } from "./fixtures";

const year = paths.results({ year: 2022, month: 12 });
const names = (page: Page) => page.locator("tbody th.name");

async function download(page: Page, link: string): Promise<Buffer> {
  const started = page.waitForEvent("download");
  await page.getByRole("link", { name: link }).click();
  return readFile(await (await started).path());
}

test("a leader reads the finding of the year and its two measures", async ({ page }) => {
  await login(page, "lanhdao");
  await page.goto(year);
  await expect(page.locator("h1")).toContainText(/Cả nước .*chỉ tiêu/);
  const content = page.locator("#content");
  for (const figure of ["539.290", "653.719", "82,50", "Số liệu minh họa"])
    await expect(content).toContainText(figure);
  await expect(names(page)).toHaveCount(63);
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
});

test("the leaders' table sorts, is searched without diacritics, and its address brings it back", async ({
  page,
}) => {
  await login(page, "lanhdao");
  await page.goto(year);
  const first = await names(page).first().textContent();
  const rates = page.getByRole("columnheader", { name: /Tỷ lệ %/ });
  await rates.last().getByRole("link").click();
  await expect(page).toHaveURL(/sort=money/);
  await expect(rates.last()).toHaveAttribute("aria-sort", "descending");
  await expect(page.getByText("Xếp hạng theo tỷ lệ tiền")).toBeVisible();
  expect(await names(page).first().textContent()).not.toBe(first);
  await page.getByLabel("Tìm cơ quan").fill("hung yen");
  await page.getByRole("button", { name: "Xem", exact: true }).click();
  await expect(names(page)).toHaveCount(1);
  await expect(names(page)).toContainText("Hưng Yên");
  await page.reload();
  await expect(page.getByLabel("Tìm cơ quan")).toHaveValue("hung yen");
  await expect(names(page)).toHaveCount(1);
  await expect(rates.last()).toHaveAttribute("aria-sort", "descending");
  await expectAccessible(page);
});

test("a leader goes from the nation to a province, a district, its proof and an earlier revision", async ({
  page,
}) => {
  await login(page, "lanhdao");
  await page.goto(year);
  await names(page)
    .getByRole("link", { name: /Hưng Yên/ })
    .click();
  await expect(page).toHaveURL(/agency=cuc-hung-yen/);
  await expect(page.locator("h1")).toContainText("Hưng Yên");
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  await names(page)
    .getByRole("link", { name: /thành phố Hưng Yên/ })
    .click();
  await expect(page).toHaveURL(/\/chung-minh\/cc-323\/2022\/12/);
  await expect(page.locator("h1")).toContainText("Cách tính");
  await expect(page.locator("#content")).toContainText("Tỷ lệ = (thi hành xong + đình chỉ");
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  await page.getByRole("link", { name: "Bản 1", exact: true }).click();
  await expect(page).toHaveURL(/revision=1/);
  await expect(page.getByText("Đang xem bản cũ")).toBeVisible();
  await expectAccessible(page);
});

test("the leaders' table is taken away as CSV and as a workbook, each saying what it is", async ({
  page,
}) => {
  await login(page, "lanhdao");
  await page.goto(year);
  const csv = (await download(page, "Tải CSV")).toString("utf8");
  expect(csv).toContain("Số liệu minh họa");
  expect(csv).toContain("Hưng Yên");
  expect(csv.split("\n").length).toBeGreaterThan(63);
  const workbook = await download(page, "Tải Excel");
  expect(workbook.subarray(0, 2).toString()).toBe("PK");
  expect(workbook.length).toBeGreaterThan(4_000);
});

test("a page one may not see looks exactly like one that does not exist", async ({ page, problems }) => {
  problems.expect(/status of 404/);
  await login(page, "vanlam.nhap");
  const looks = async (path: string) => {
    const response = await page.goto(path);
    await expect(page.locator("h1")).toHaveText("Không tìm thấy trang này");
    const [main, title] = [await page.locator("main").allTextContents(), await page.title()];
    return { status: response?.status(), main, title };
  };
  const unknown = await looks("/khong-co-trang-nay");
  expect(unknown.status).toBe(404);
  for (const address of [
    (agency: string) => paths.entry(agency, 2023, 1),
    (agency: string) => paths.proof(agency, 2022, 12),
    (agency: string) => paths.review(agency, 2023, 1),
  ]) {
    const forbidden = await looks(address("cc-001"));
    expect(forbidden).toEqual(await looks(address("cc-khong-co")));
    expect(forbidden).toMatchObject({ status: unknown.status, main: unknown.main });
  }
  await expectAccessible(page);
});

test("a leader sees the table as it was known on an earlier day, says so, and comes back to today", async ({
  page,
}) => {
  await login(page, "lanhdao");
  await page.goto(paths.results({ year: 2022, month: 12, asOf: "2022-10-04" }));
  await expect(page.getByText("Như đã biết đến 04/10/2022")).toBeVisible();
  await expect(page.locator("#content")).not.toContainText("539.290");
  await expectAccessible(page);
  await page.getByRole("link", { name: "Xem số liệu hiện nay" }).click();
  await expect(page.locator("#content")).toContainText("539.290");
  await expect(page.getByText("Như đã biết đến 04/10/2022")).toHaveCount(0);
});

test("a leader has a figure computed again from every cell of its forms, today's and an earlier day's", async ({
  page,
}) => {
  await login(page, "lanhdao");
  await page.goto(paths.proof("cuc-hung-yen", 2021, 12));
  await page.getByRole("link", { name: "Tính lại từ từng ô của biểu" }).click();
  const section = page.getByRole("region", { name: "Tính lại từ từng ô của biểu" });
  await expect(section.getByText("✔ Khớp")).toHaveCount(2);
  await expect(section).toContainText("4.316 / 5.135");
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  await page.goto(paths.proof("tc", 2022, 12, { asOf: "2022-10-04" }));
  await expect(section.getByText("✔ Khớp")).toHaveCount(2);
  await expect(page.locator("#content")).not.toContainText("539.290");
});
