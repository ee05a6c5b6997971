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
