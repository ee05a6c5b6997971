import { paths } from "@/lib/paths";
import { expect, expectAccessible, expectNoSidewaysScroll, login, test } from "./fixtures";
import { chooseOwnPassword, createAccount, enter, OWN_PASSWORD, otherDesk } from "./people";

test("an account made by the administrator opens only after its own password, and can be shut again", async ({
  page,
  browser,
}, { project }) => {
  test.setTimeout(90_000);
  const person = { login: `moi.${project.name}`, role: "AUDITOR", agency: "tc" } as const;
  await login(page, "quantri");
  const given = await createAccount(page, person);
  expect(given.length).toBeGreaterThanOrEqual(10);
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);

  const theirs = await otherDesk(browser);
  await enter(theirs, person.login, given);
  await expect(theirs).toHaveURL(paths.password());
  await theirs.goto(paths.work());
  await expect(theirs).toHaveURL(paths.password());
  await expectAccessible(theirs);
  await chooseOwnPassword(theirs, given);
  await enter(theirs, person.login, OWN_PASSWORD);
  await expect(theirs).toHaveURL(paths.work());

  await page.goto(`${paths.users()}/${person.login}`);
  await expect(page.getByText("Đang dùng").first()).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Khóa tài khoản" }).click();
  await expect(page.getByText("Đã khóa").first()).toBeVisible();
  await theirs.goto(paths.work());
  await expect(theirs).toHaveURL(/\/dang-nhap/);
  await theirs.context().close();
});

test("wrong passwords get one sentence whoever is named, and repeated ones have to wait", async ({ page }, {
  project,
}) => {
  const names = [`khong.co.${project.name}`, project.name === "phone" ? "thanhtra" : "hungyen.lanhdao"];
  const refusal = page.locator("#refusal");
  for (const name of names) {
    await enter(page, name, "khong phai mat khau");
    await expect(refusal).toHaveText("Tên đăng nhập hoặc mật khẩu không đúng.");
    await expect(page.getByLabel("Tên đăng nhập")).toHaveValue(name);
  }
  await expectAccessible(page);
  for (let failure = 2; failure <= 3; failure += 1) {
    await enter(page, names[0] ?? "", "khong phai mat khau");
    await expect(refusal).toHaveText("Tên đăng nhập hoặc mật khẩu không đúng.");
  }
  await enter(page, names[0] ?? "", "khong phai mat khau");
  await expect(refusal).toHaveText(/^Đã thử sai nhiều lần\. Hãy thử lại sau \d\d:\d\d:\d\d, /);
  await expectAccessible(page);
});

test("the General Department opens a period and closes it again", async ({ page }, { project }) => {
  const month = project.name === "phone" ? 4 : 3;
  await login(page, "tongcuc");
  await page.goto(paths.periods({ year: 2023 }));
  const row = page.getByRole("row").filter({ hasText: `${month} tháng năm 2023` });
  for (const [status, word] of [
    ["OPEN", "Đang mở"],
    ["CLOSED", "Đã khép"],
  ] as const) {
    if ((await row.locator("details[open]").count()) === 0) await row.locator("summary").click();
    await row.getByRole("combobox").selectOption(status);
    await expectAccessible(page);
    await row.getByRole("button", { name: "Xác nhận" }).click();
    await expect(row.locator(".chip")).toHaveText(word);
  }
  await expectNoSidewaysScroll(page);
});

test("an agency is founded and split by decision: refused at its field, previewed, then recorded", async ({
  page,
}, { project }) => {
  const code = `kv-${project.name}`;
  const decide = async (on: string) => {
    await page.getByLabel("Số quyết định").fill("12/QĐ-BTP");
    await page.getByLabel("Ngày quyết định").fill("2025-12-01");
    await page.getByLabel("Có hiệu lực từ ngày").fill(on);
  };
  const row = (legend: string) => page.getByRole("group", { name: legend, exact: true });
  const preview = () => page.getByRole("button", { name: "Xem trước" }).click();
  const record = () => page.getByRole("button", { name: "Ghi nhận thay đổi này" }).click();
  await login(page, "quantri");
  await page.goto(paths.agencies());
  await page.getByRole("link", { name: "Thành lập cơ quan" }).click();
  await decide("2026-01-01");
  await row("Cơ quan mới").getByLabel("Mã", { exact: true }).fill("cc-325");
  await row("Cơ quan mới").getByLabel("Tên").fill(`Phòng thi hành án khu vực ${project.name}`);
  await row("Cơ quan mới").getByLabel("Mã cơ quan cấp trên").fill("thads-hung-yen");
  await preview();
  await expect(page.locator("main [role=alert]")).toContainText(
    "Cơ quan mới, Mã: Mã cc-325 đã dùng cho cơ quan khác.",
  );
  await expectAccessible(page);
  await row("Cơ quan mới").getByLabel("Mã", { exact: true }).fill(code);
  await preview();
  await expect(page.getByRole("heading", { name: "Từ 01/01/2026, 1 cơ quan thay đổi" })).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await record();
  await expect(page).toHaveURL(paths.agency(code));
  await expect(page.getByText("Quyết định 12/QĐ-BTP ngày 01/12/2025")).toBeVisible();

  await page.getByRole("link", { name: "Chia tách cơ quan" }).click();
  await decide("2026-07-01");
  for (const [at, half] of ["a", "b"].entries()) {
    await row(`Cơ quan mới ${at + 1}`)
      .getByLabel("Mã", { exact: true })
      .fill(`${code}-${half}`);
    await row(`Cơ quan mới ${at + 1}`)
      .getByLabel("Tên")
      .fill(`Phòng khu vực ${half} ${project.name}`);
  }
  await preview();
  await expect(page.getByRole("heading", { name: "Từ 01/07/2026, 3 cơ quan thay đổi" })).toBeVisible();
  await expect(page.getByText("chấm dứt").first()).toBeVisible();
  await record();
  await expect(page).toHaveURL(paths.agency(`${code}-a`));
  await expect(page.getByText("Kế thừa từ")).toBeVisible();
});

test("a person makes an API token, sees it once, and takes it back; ends a session of one's own elsewhere", async ({
  page,
  browser,
  request,
}) => {
  await login(page, "quantri", { fresh: true });
  const elsewhere = await otherDesk(browser);
  await login(elsewhere, "quantri", { fresh: true });
  await page.getByRole("link", { name: "Quản trị (minh họa)" }).click();
  await expect(page).toHaveURL(paths.ownAccount());
  await page.getByLabel("Để làm gì").fill("Thử bằng trình duyệt");
  await page.getByRole("button", { name: "Tạo mã" }).click();
  const token = (await page.locator("output code").textContent()) ?? "";
  const ask = () => request.get("/api/v1/agencies", { headers: { authorization: `Bearer ${token}` } });
  expect((await ask()).status()).toBe(200);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.reload();
  expect(await page.content()).not.toContain(token);
  await page
    .getByRole("listitem")
    .filter({ hasText: "Thử bằng trình duyệt" })
    .first()
    .getByRole("button", { name: "Thu hồi" })
    .click();
  await expect.poll(async () => (await ask()).status()).toBe(401);

  await page.getByRole("button", { name: "Kết thúc phiên" }).first().click();
  await expect
    .poll(async () => {
      await elsewhere.goto(paths.work());
      return new URL(elsewhere.url()).pathname;
    })
    .toBe("/dang-nhap");
  await elsewhere.context().close();
});
