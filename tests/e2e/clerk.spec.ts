import type { Page } from "@playwright/test";
import { paths } from "@/lib/paths";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./fixtures";
import { arrive, hire } from "./people";

/** Drafts of the demonstration whose cases do not add up, one for each project: what column 11 says and should say. */
const places = {
  desktop: { agency: "cc-325", wrong: "99", right: "94", shifted: ["93", "5"], name: "Văn Lâm" },
  phone: { agency: "cc-502", wrong: "121", right: "119", shifted: ["118", "7"], name: "" },
};

/** The cell of a column in one half; a phone shows one half at a time. */
async function cell(page: Page, half: "cases" | "money", column: string) {
  const tab = page.getByRole("button", { name: half === "cases" ? "Về việc" : "Về tiền", exact: true });
  if (await tab.isVisible()) await tab.click();
  return page.locator(`#cell-${half}-${column}`);
}

/** The tab of one part of the docket. */
const slice = (page: Page, name: string) => page.getByRole("tab", { name: new RegExp(`^${name}`) });

const saved = (page: Page) => page.getByRole("status").filter({ hasText: /Đã lưu \d\d:\d\d/ });
const caseRate = (page: Page) =>
  page
    .locator("section", { has: page.getByText("Tỷ lệ khi gửi số này") })
    .locator("strong")
    .first();

test("a clerk finds the late report, mends it, keeps it through a lost line and sends it", async ({
  page,
  browser,
  context,
}, { project }) => {
  test.setTimeout(180_000);
  const place = project.name === "phone" ? places.phone : places.desktop;
  const clerk = await hire(browser, "CLERK", place.agency);

  await test.step("the work list names what is late and leads to the form", async () => {
    await arrive(page, clerk);
    await expect(page).toHaveURL(new RegExp(paths.work()));
    await expect(page.locator("h1")).toContainText("đã quá hạn");
    const late = page.getByRole("link", { name: /1 tháng năm 2023/ });
    await expect(late).toContainText(/trễ \d+ ngày/);
    await expectAccessible(page);
    await late.click();
    await expect(page).toHaveURL(paths.entry(place.agency, 2023, 1));
  });

  await test.step("the broken rule is spelled out under its row", async () => {
    const note = page.locator("tr", { hasText: "V04" });
    await expect(note).toContainText("≠");
    await expect(note).toContainText(`còn ${place.right}`);
    await expect(await cell(page, "cases", "inProgress")).toHaveValue(place.wrong);
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  });

  await test.step("sending is refused with a summary whose line leads to the cell", async () => {
    await page.getByRole("button", { name: "Gửi duyệt" }).click();
    const summary = page.locator("#entry-errors");
    await expect(summary).toBeFocused();
    await expect(summary).toContainText("1 lỗi phải sửa");
    await expectAccessible(page);
    await summary.getByRole("link").first().click();
    await expect(page.locator("[id^=cell-cases-]:focus")).toHaveCount(1);
  });

  await test.step("the rate moves while the right number is typed, and it is saved by itself", async () => {
    const before = await caseRate(page).textContent();
    await (await cell(page, "cases", "inProgress")).fill(place.right);
    await expect(caseRate(page)).not.toHaveText(before ?? "");
    await (await cell(page, "cases", "inProgress")).press("Enter");
    await expect(saved(page)).toBeVisible();
    await expect(page.locator("tr", { hasText: "V04" })).toHaveCount(0);
    await page.reload();
    await expect(await cell(page, "cases", "inProgress")).toHaveValue(place.right);
  });

  await test.step("money may be typed in words; what can be read twice is asked about", async () => {
    const money = await cell(page, "money", "newlyAccepted");
    const written = await money.inputValue();
    await money.fill("7 tỷ 31 triệu");
    await money.press("Enter");
    await expect(money).toHaveValue("7.031.000.000");
    await expect(saved(page)).toBeVisible();
    await money.fill("1,234");
    await money.press("Enter");
    const question = page.getByRole("group", { name: /^Ý là .*\?$/ });
    await expect(question).toBeVisible();
    await expectAccessible(page);
    await question.getByRole("button", { name: "Nhập lại" }).click();
    await expect(money).toBeFocused();
    await money.fill(written);
    await money.press("Enter");
    await expect(question).toHaveCount(0);
    await expect(saved(page)).toBeVisible();
  });

  await test.step("a block from Excel is shown before it is applied", async () => {
    await (await cell(page, "cases", "inProgress")).focus();
    await page.getByRole("button", { name: "Dán từ Excel" }).click();
    const dialog = page.getByRole("dialog", { name: "Dán từ Excel" });
    await dialog.getByLabel("Khối ô đã chép").fill(place.shifted.join("\n"));
    await expect(dialog.locator("tbody tr")).toHaveCount(2);
    await expect(dialog.locator("tbody tr").first()).toContainText(place.right);
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "Áp dụng 2 ô" }).click();
    await expect(dialog).toHaveCount(0);
    await expect(await cell(page, "cases", "inProgress")).toHaveValue(place.shifted[0] ?? "");
    await expect(await cell(page, "cases", "postponedByAgreement")).toHaveValue(place.shifted[1] ?? "");
    await expect(saved(page)).toBeVisible();
  });

  await test.step("without a line the figures stay on this machine and go up when it is back", async () => {
    await context.setOffline(true);
    const register = await cell(page, "cases", "separateRegister");
    await register.fill("1");
    await register.press("Enter");
    await expect(page.getByRole("status").filter({ hasText: "Mất mạng" })).toBeVisible();
    await expectAccessible(page);
    await context.setOffline(false);
    await expect(saved(page)).toBeVisible();
    await register.fill("0");
    await register.press("Enter");
    await expect(page.getByText("Có thay đổi chưa lưu")).toHaveCount(0);
    await expect(saved(page)).toBeVisible();
  });

  await test.step("parts of the docket are typed over the same table, each saved by itself", async () => {
    const whole = Number(await (await cell(page, "cases", "completed")).inputValue());
    await slice(page, "Tín dụng, ngân hàng").click();
    const credit = await cell(page, "cases", "completed");
    await expect(credit).toHaveValue("");
    await credit.fill(String(whole + 1));
    await credit.press("Enter");
    await expect(page.locator("[data-cell='cases:terminated:credit']")).toBeFocused();
    const note = page.locator("tr", { hasText: "V08" });
    await expect(note).toContainText(`Án tín dụng, ngân hàng – Cột 9`);
    await expect(note).toContainText(`${whole + 1} lớn hơn tổng số ${whole}`);
    await expect(saved(page)).toBeVisible();
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);

    await slice(page, "Chủ động").click();
    await (await cell(page, "cases", "completed")).fill("1");
    await slice(page, "Chủ động").press("ArrowRight");
    await expect(slice(page, "Theo yêu cầu")).toBeFocused();
    await (await cell(page, "cases", "completed")).fill("2");
    await (await cell(page, "cases", "completed")).press("Enter");
    await expect(page.locator("tr", { hasText: "V07" })).toContainText(
      `chủ động 1 + theo yêu cầu 2 ≠ tổng số ${whole}`,
    );
    await expect(slice(page, "Theo yêu cầu")).toContainText("1 lỗi phải sửa");
    await expect(saved(page)).toBeVisible();
    await page.reload();
    await expect(slice(page, "Toàn bộ")).toHaveAttribute("aria-selected", "true");
    await slice(page, "Theo yêu cầu").click();
    await expect(await cell(page, "cases", "completed")).toHaveValue("2");
    await expectAccessible(page);
  });

  await test.step("V07 and V08 keep it from being sent, and each line opens its part and cell", async () => {
    await slice(page, "Toàn bộ").click();
    await page.getByRole("button", { name: "Gửi duyệt" }).click();
    const summary = page.locator("#entry-errors");
    await expect(summary).toBeFocused();
    await expectAccessible(page);
    await summary.getByRole("link", { name: /Án tín dụng, ngân hàng – Cột 9/ }).click();
    await expect(slice(page, "Tín dụng, ngân hàng")).toHaveAttribute("aria-selected", "true");
    await expect(page.locator("[data-cell='cases:completed:credit']")).toBeFocused();
    await page.locator("[data-cell='cases:completed:credit']").fill("1");
    await page.keyboard.press("Enter");
    await expect(page.locator("tr", { hasText: "V08" })).toHaveCount(0);
    await summary
      .getByRole("link", { name: /Cột 2 .*phải đủ cả ba số/ })
      .first()
      .click();
    await expect(slice(page, "Chủ động")).toHaveAttribute("aria-selected", "true");
    await expect(page.locator("[data-cell='cases:carriedOver:exOfficio']")).toBeFocused();
    for (const part of ["Chủ động", "Theo yêu cầu"]) {
      await slice(page, part).click();
      await page.locator("summary", { hasText: "Bỏ báo cáo phần này" }).click();
      await page.getByRole("button", { name: "Xóa 1 ô" }).click();
    }
    for (const part of ["Chủ động", "Theo yêu cầu"])
      await expect(slice(page, part)).toContainText("chưa nhập");
    await expect(summary).toHaveCount(0);
    await expect(page.getByText("Có thay đổi chưa lưu")).toHaveCount(0);
    await expect(saved(page)).toBeVisible();
  });

  await test.step("it is sent, can only be read, and the API says the same", async () => {
    await page.getByRole("button", { name: "Gửi duyệt" }).click();
    await expect(page.locator(".chip", { hasText: "Đã gửi, chờ duyệt" }).first()).toBeVisible();
    await expect(page.locator("[data-cell]")).toHaveCount(0);
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
    const answer = await page.request.get(`/api/v1/reports/${place.agency}/2023/1`);
    expect(answer.status()).toBe(200);
    const report = await answer.json();
    expect(report).toMatchObject({ status: "SUBMITTED", slices: { credit: { cases: { completed: "1" } } } });
    expect(Object.keys(report.slices)).toEqual(["credit"]);
    const parts = page.getByRole("region", { name: "Trong đó: Về việc" });
    await expect(parts.getByRole("columnheader", { name: "Tín dụng, ngân hàng" })).toBeVisible();
    await expect(parts.getByRole("columnheader", { name: "Chủ động" })).toHaveCount(0);
  });
});
