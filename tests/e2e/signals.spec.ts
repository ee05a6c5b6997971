import { paths } from "@/lib/paths";
import { expect, login, test } from "./fixtures";

test("a question is answered in words, and the answer stands with its author", async ({ page }) => {
  await login(page, "tongcuc");
  await page.goto(paths.signals({ year: 2022 }));
  const card = page.getByRole("article").first();
  const words = "Đã yêu cầu Chi cục gửi danh sách các việc chuyển trong tháng 9.";
  await card.getByText(/^Trả lời/).click();
  await card.getByLabel("Nội dung").selectOption("CHECKING");
  await card.getByLabel(/Nói rõ/).fill(words);
  await card.getByRole("button", { name: "Gửi trả lời" }).click();
  const answer = card.getByRole("region", { name: "Trả lời" });
  await expect(answer).toContainText("Đang kiểm tra");
  await page.reload();
  await expect(answer).toContainText(words);
  await expect(answer).toContainText("Nguyễn Thu Hà");
});

test("who only reads sees the questions and the evidence, and no form", async ({ page }) => {
  await login(page, "lanhdao");
  await page.goto(paths.signals({ year: 2022 }));
  const card = page.getByRole("article").first();
  await card.getByText("Số liệu làm căn cứ").click();
  await expect(card.getByRole("table")).toBeVisible();
  await expect(page.getByRole("button", { name: "Gửi trả lời" })).toHaveCount(0);
});
