import { paths } from "@/lib/paths";
import { expect, expectAccessible, expectNoSidewaysScroll, login, test } from "./fixtures";
import { arrive, hire } from "./people";

/** A unit of Hưng Yên whose October was returned, so that its form is open; the register is the demonstration's. */
const returned = "cc-330";

test("an officer finds an own case by keyboard, records an event, cancels it, and opens the parties", async ({
  page,
}, { project }) => {
  await login(page, project.name === "phone" ? "vanlam.chv2" : "vanlam.chv");
  await page.goto(paths.cases());
  await expect(page.getByText("Chỉ những việc được phân công")).toBeVisible();

  await test.step("j goes to the first case and Enter opens it", async () => {
    const first = page.locator("a[data-case]").first();
    const number = await first.textContent();
    await page.keyboard.press("j");
    await expect(first).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page.locator("h1")).toContainText(`Việc ${number?.trim()}`);
  });

  const ground = "Điều 44 Luật Thi hành án dân sự, xác minh lần hai";
  const timeline = page.getByRole("region", { name: /^Diễn biến/ });

  await test.step("the event stands in the timeline with its ground", async () => {
    const form = page.locator("form", { has: page.getByLabel("Sự kiện") });
    await expect(form.locator("option[value=ACCEPTED]")).toHaveCount(0);
    await form.getByLabel("Sự kiện").selectOption("VERIFIED");
    await form.getByLabel(/^Căn cứ/).fill(ground);
    await form.getByRole("button", { name: "Ghi vào sổ" }).click();
    await expect(timeline.getByRole("listitem").first()).toContainText(ground);
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  });

  await test.step("a wrong event is cancelled with its reason and stays readable", async () => {
    await page.getByText(/^Hủy sự kiện \d+ «Xác minh điều kiện/).click();
    await page.getByLabel("Lý do", { exact: true }).fill("Ghi nhầm việc khác");
    await page.getByRole("button", { name: "Hủy sự kiện" }).click();
    await expect(timeline.getByRole("listitem").first()).toContainText("Ghi nhầm việc khác");
    await expect(timeline).toContainText(/Đã hủy bởi sự kiện \d+/);
    await expect(timeline).toContainText(ground);
  });

  await test.step("names open only when asked for", async () => {
    const parties = page.getByRole("region", { name: "Đương sự" });
    await expect(parties).not.toContainText("(minh họa)");
    await parties.getByRole("button", { name: "Xem tên đương sự" }).click();
    await expect(parties).toContainText("(minh họa)");
  });
});

// Of the units with a register one form is open, so one project has the journey; clerk.spec.ts fills forms on phones.
test("a clerk makes the month's report from the register and gets from a cell to its cases", {
  tag: "@desktop",
}, async ({ page, browser }) => {
  test.setTimeout(120_000);
  await arrive(page, await hire(browser, "CLERK", returned));
  await page.goto(paths.entry(returned, 2023, 1));
  const offer = page.getByRole("region", { name: "Lập báo cáo từ sổ thụ lý" });

  await test.step("what differs is filled in as a draft and saved", async () => {
    await expect(offer).toContainText(/Sổ thụ lý tính ra \d+ ô khác/);
    await offer.getByRole("button", { name: /^Điền \d+ ô từ sổ/ }).click();
    await expect(offer).toContainText("Biểu đang khớp với sổ thụ lý ở mọi ô.");
    await expect(page.getByText(/Đã lưu \d\d:\d\d/).first()).toBeVisible();
    await expectNoSidewaysScroll(page);
  });

  await test.step("the report agrees with the register", async () => {
    await offer.getByRole("link", { name: "Đối chiếu từng cột với sổ" }).click();
    await expect(page.locator("h1")).toContainText("báo cáo khớp với sổ thụ lý");
  });

  await test.step("a cell opens the cases behind it", async () => {
    await page.getByRole("link", { name: /^11\. / }).click();
    await expect(page.locator("h1")).toContainText("Các việc làm nên cột 11.");
    await expect(page.locator("a[data-case]").first()).toBeVisible();
  });
});

test("a head sees where a report and the register differ, and the case that makes it", async ({ page }) => {
  await login(page, "hungyen.duyet");
  await page.goto(paths.reconciliation("cc-331", 2021, 12));
  await expect(page.locator("h1")).toContainText("báo cáo lệch sổ thụ lý ở 4 ô");
  const done = page.getByRole("article", { name: /^9\. .*việc$/ });
  await expect(done).toContainText("◆ +1");
  await expect(done.getByRole("link", { name: /^\d+\/\d{4}$/ })).toBeVisible();
  await expect(done.getByText("Ghi lý do")).toHaveCount(0);
  await done.getByRole("link", { name: /^\d+\/\d{4}$/ }).click();
  await expect(page.locator("h1")).toContainText(/^Việc \d+\/\d{4}/);
});

test("a leader reads the old and the big cases, and goes on to all of them", async ({ page }) => {
  await login(page, "lanhdao");
  await page.goto(paths.docket({ agency: "cuc-hung-yen" }));
  await expect(page.locator("h1")).toContainText("việc đang thi hành");
  await page.getByRole("link", { name: "Xem tất cả" }).first().click();
  await expect(page.locator("h1")).toContainText("Sổ thụ lý thi hành án");
  await expect(page.getByLabel("Xếp theo")).toHaveValue("amount");
});
