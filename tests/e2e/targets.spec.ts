import { paths } from "@/lib/paths";
import { expect, expectAccessible, expectNoSidewaysScroll, login, test } from "./fixtures";

test("the General Department reads the plan of 2022, tries a cascade, drafts and issues the next version", async ({
  page,
}) => {
  await login(page, "tongcuc");
  await page.goto(paths.targets({ year: 2022 }));
  await page.getByRole("link", { name: "Bộ chỉ tiêu năm 2022, bản 1" }).click();
  await expect(page.locator("h1")).toHaveText("Bộ chỉ tiêu năm 2022, bản 1");
  for (const text of ["trên 81,50 %", "ít nhất 97 %", "cao hơn năm 2021", "theo dõi 21 nhà"])
    await expect(page.locator("#content")).toContainText(text);
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);

  await page.getByLabel("Mã cơ quan giao").fill("cuc-vinh-phuc");
  await page.getByLabel("Cách giao").selectOption("points");
  await page.getByRole("button", { name: "Xem thử" }).click();
  await expect(page).toHaveURL(/parent=cuc-vinh-phuc/);
  const preview = page.locator("#giao-xuong");
  await expect(preview).toContainText(/Vĩnh Phúc: các đơn vị cộng lại .* đạt chỉ tiêu 82,00 %/);
  await preview.getByRole("button", { name: "Đưa vào dự thảo" }).click();
  await expect(preview).toContainText("Đã đưa vào dự thảo.");

  await page.goto(paths.targets({ year: 2022 }));
  await page.locator("tr", { hasText: "Dự thảo" }).getByRole("link").click();
  await expect(page.locator("h1")).toHaveText(/Bộ chỉ tiêu năm 2022, bản \d/);
  await page.getByRole("button", { name: "Ban hành" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "phải có số" })).toBeVisible();
  await page.getByLabel("Số văn bản").fill("02/QĐ-TCTHADS");
  await page.getByLabel("Ngày ký").fill("2022-10-15");
  await page.getByLabel("Người ký").fill("Tổng cục trưởng");
  await page.getByLabel("Căn cứ").fill("Quyết định của Bộ trưởng");
  await page.getByRole("button", { name: "Lập hoặc sửa dự thảo" }).click();
  await expect(page.getByText("Đã lưu dự thảo.")).toBeVisible();
  await page.getByRole("button", { name: "Ban hành" }).click();
  await expect(page.locator("header .chip", { hasText: "Đã ban hành" })).toBeVisible();
});

test("a leader sees the set without its desk", async ({ page }) => {
  await login(page, "lanhdao");
  await page.goto(paths.targetSet(2022));
  await expect(page.locator("#content")).toContainText("trên 81,50 %");
  await expect(page.getByRole("button", { name: "Ban hành" })).toHaveCount(0);
  await expect(page.getByText("Kiểm tra giao xuống")).toHaveCount(0);
});
