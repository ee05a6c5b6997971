import type { Browser, Page } from "@playwright/test";
import { paths } from "@/lib/paths";
import { DEMO_PASSWORD } from "@/prisma/seed/accounts";
import { expect, login, test } from "./fixtures";
import { otherDesk } from "./people";

const waiting = "Xét danh hiệu năm 2022, đợt 2";

/** Somebody's own browser with the ballot open; the key of a holder stays in it. */
async function desk(browser: Browser, who: string): Promise<Page> {
  const page = await otherDesk(browser);
  await login(page, who);
  await page.goto(paths.ballots());
  return page;
}

async function openBallot(page: Page, title: string): Promise<void> {
  await page.goto(paths.ballots());
  await page.getByRole("link", { name: title }).click();
  await expect(page.getByRole("heading", { name: title })).toBeVisible();
}

async function prepare(page: Page, title: string): Promise<void> {
  await page.goto(paths.councils());
  await page.getByRole("link", { name: "Chuẩn bị bỏ phiếu" }).first().click();
  await page.getByLabel("Tên cuộc bỏ phiếu").fill(title);
  await page.getByLabel("Họ tên hoặc tập thể").fill("Phạm Thu Trang");
  await page.getByLabel("Danh hiệu, hình thức").fill("Chiến sĩ thi đua ngành Tư pháp");
  await page.getByRole("button", { name: /Thêm người/ }).click();
  await page.getByLabel("Họ tên hoặc tập thể").nth(1).fill("Hoàng Đức Long");
  await page.getByLabel("Danh hiệu, hình thức").nth(1).fill("Chiến sĩ thi đua ngành Tư pháp");
  await page.getByLabel("Tỷ lệ cần đạt (phân số)").fill("9/10");
  await page.getByRole("button", { name: "Lập cuộc bỏ phiếu" }).click();
  await expect(page.getByRole("link", { name: title })).toBeVisible();
}

async function vote(page: Page, choice: string): Promise<void> {
  await expect(page.getByText("Chưa bỏ phiếu")).toBeVisible();
  for (const radio of await page.getByRole("radio", { name: choice, exact: true }).all()) await radio.check();
  await page.getByRole("button", { name: "Xem lại phiếu" }).click();
  await expect(page.getByText("Chưa bỏ phiếu"), "sealed is not cast").toBeVisible();
  await page.getByRole("button", { name: "Bỏ phiếu", exact: true }).click();
  await expect(page.getByText("Đã bỏ phiếu", { exact: true })).toBeVisible();
}

test("three holders take keys, the chair opens, members vote on a phone, two holders count, anybody checks", async ({
  browser,
}) => {
  test.slow();
  const title = `Bỏ phiếu thử trên ${test.info().project.name}`;
  const [chair, secretary, deputy] = [
    await desk(browser, "lanhdao"),
    await desk(browser, "tongcuc"),
    await desk(browser, "hungyen.lanhdao"),
  ];
  await prepare(secretary, title);
  for (const page of [chair, secretary, deputy]) {
    await openBallot(page, title);
    await page.getByRole("button", { name: "Nhận giữ khóa" }).click();
    await expect(page.getByText("Khóa đang nằm trong trình duyệt này.")).toBeVisible();
  }
  await chair.reload();
  await chair.getByLabel("Mật khẩu của bạn").first().fill(DEMO_PASSWORD);
  await chair.getByRole("button", { name: "Mở bỏ phiếu" }).click();
  await vote(chair, "Đồng ý");

  const phone = await desk(browser, "vanlam.duyet");
  await phone.setViewportSize({ width: 390, height: 844 });
  await openBallot(phone, title);
  await vote(phone, "Không đồng ý");
  await phone.getByRole("button", { name: "Bỏ lại phiếu khác" }).click();
  await vote(phone, "Đồng ý");
  await phone.getByText("Mã riêng để tự tìm phiếu").click();
  const code = (await phone.locator("details code").textContent()) ?? "";
  for (const page of [secretary, deputy]) {
    await openBallot(page, title);
    await vote(page, "Đồng ý");
  }
  for (const who of ["hungyen.duyet", "yenmy.duyet", "hungyen.nhap"]) {
    const page = await desk(browser, who);
    await openBallot(page, title);
    await vote(page, "Đồng ý");
    await page.context().close();
  }

  await chair.reload();
  await chair.getByLabel("Mật khẩu của bạn").first().fill(DEMO_PASSWORD);
  await chair.getByRole("button", { name: "Đóng bỏ phiếu" }).click();
  await chair.getByRole("button", { name: /^Trao phần khóa cho Nguyễn Thu Hà/ }).click();
  await expect(chair.getByText(/^✓ Đã trao phần khóa/)).toBeVisible();
  await secretary.reload();
  await secretary.getByRole("button", { name: "Kiểm phiếu" }).click();
  await expect(secretary.getByText("7 / 7").first()).toBeVisible();

  await phone.reload();
  await phone.getByRole("button", { name: "Tự kiểm lại trên máy này" }).click();
  await expect(phone.getByRole("status")).toContainText("Khớp");
  await phone.locator("summary", { hasText: "Tìm phiếu của bạn" }).click();
  await phone.getByLabel("Tìm phiếu của bạn bằng mã riêng").fill(code);
  await expect(phone.getByText(/: Đồng ý$/).first()).toBeVisible();
  await secretary.getByRole("button", { name: "Xóa khóa khỏi trình duyệt này" }).click();
  await expect(secretary.getByText("Khóa kiểm phiếu của bạn")).toHaveCount(0);
});

test("who is no member of the council sees no ballot, and a ballot's address leads nowhere", async ({
  page,
  browser,
}) => {
  const member = await desk(browser, "tongcuc");
  const link = await member.getByRole("link", { name: waiting }).getAttribute("href");
  await login(page, "yenmy.nhap");
  await page.goto(paths.ballots());
  await expect(page.getByText("Chưa có cuộc bỏ phiếu nào")).toBeVisible();
  await page.goto(link ?? "");
  await expect(page.getByText("Không tìm thấy trang này")).toBeVisible();
});
