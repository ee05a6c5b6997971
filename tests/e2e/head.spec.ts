import { paths } from "@/lib/paths";
import { expect, expectAccessible, expectNoSidewaysScroll, login, test } from "./fixtures";
import { arrive, hire, otherDesk } from "./people";

/** Reports that wait in the demonstration, sent by people of the demonstration; one for each project. */
const waiting = { desktop: "cc-327", phone: "cc-332" };

test("a head returns a report with a reason, gets it back and approves it, and the nation counts it", async ({
  page,
  browser,
}, { project }) => {
  test.setTimeout(120_000);
  const agency = project.name === "phone" ? waiting.phone : waiting.desktop;
  const [head, clerk] = [await hire(browser, "APPROVER", agency), await hire(browser, "CLERK", agency)];
  const desk = await otherDesk(browser);
  const office = await otherDesk(browser);
  const counted = async () => {
    await office.goto(paths.results({ year: 2023, month: 1 }));
    const text = await office
      .getByText(/đơn vị có báo cáo được tính/)
      .first()
      .textContent();
    return Number(/^([\d.]+) \//.exec(text ?? "")?.[1]?.replace(".", ""));
  };
  await login(office, "lanhdao");
  const before = await counted();

  await test.step("the list names what waits and leads to the review", async () => {
    await arrive(page, head);
    await page.getByRole("link", { name: /Xem và duyệt: 1 tháng năm 2023/ }).click();
    await expect(page).toHaveURL(paths.review(agency, 2023, 1));
    for (const heading of [/thay đổi|ô đổi|Chưa có báo cáo tháng trước/, /cảnh báo/, /Ảnh hưởng đến tỷ lệ/])
      await expect(page.getByRole("heading", { name: heading }).first()).toBeVisible();
    const effect = page.locator("section", { hasText: "Ảnh hưởng đến tỷ lệ" }).last();
    for (const level of ["Đơn vị này", "Tỉnh", "Toàn quốc"]) await expect(effect).toContainText(level);
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  });

  await test.step("it goes back with a coded reason", async () => {
    await page.locator("summary", { hasText: "Trả lại" }).click();
    await page.getByLabel("Lý do trả lại").selectOption("DISAGREES_WITH_REGISTER");
    await page.getByLabel(/Nói rõ cần sửa gì/).fill("Đối chiếu lại sổ thụ lý tháng 10.");
    await expectAccessible(page);
    await page.getByRole("button", { name: "Trả lại đơn vị" }).click();
    await expect(page.locator(".chip", { hasText: "Bị trả lại" }).first()).toBeVisible();
  });

  await test.step("the clerk reads why and sends it again", async () => {
    await arrive(desk, clerk);
    await desk.getByRole("link", { name: /Sửa và gửi lại: 1 tháng năm 2023/ }).click();
    await expect(desk.getByText("Không khớp sổ thụ lý, hồ sơ")).toBeVisible();
    await expect(desk.getByText("Đối chiếu lại sổ thụ lý tháng 10.")).toBeVisible();
    await expectAccessible(desk);
    await desk.getByRole("button", { name: "Gửi duyệt" }).click();
    await expect(desk.locator(".chip", { hasText: "Đã gửi, chờ duyệt" }).first()).toBeVisible();
  });

  await test.step("who sent it is offered no approval, and is refused one taken directly", async () => {
    await desk.goto(paths.review(agency, 2023, 1));
    await expect(desk.getByRole("button", { name: "Duyệt", exact: true })).toHaveCount(0);
    const answer = await desk.request.post(`/api/v1/reports/${agency}/2023/1/transitions`, {
      headers: { origin: new URL(desk.url()).origin },
      data: { to: "APPROVED" },
    });
    expect(answer.status()).toBe(404);
  });

  await test.step("the head approves", async () => {
    await page.reload();
    await expect(page.getByRole("heading", { name: "Không thay đổi so với lần gửi trước" })).toBeVisible();
    await page.getByRole("button", { name: "Duyệt", exact: true }).click();
    await expect(page.locator(".chip", { hasText: "Đã duyệt" }).first()).toBeVisible();
    await expect(page.getByRole("button", { name: "Duyệt", exact: true })).toHaveCount(0);
    await expectAccessible(page);
  });

  await test.step("the leaders' table counts one report more", async () => {
    expect(before).toBeGreaterThan(400);
    expect(await counted()).toBe(before + 1);
  });
  await desk.context().close();
  await office.context().close();
});

test("nobody who both enters and approves may approve what they sent", async ({ page, browser, problems }, {
  project,
}) => {
  test.setTimeout(90_000);
  problems.expect(/status of 4\d\d/);
  const agency = project.name === "phone" ? "cc-303" : "cc-165";
  const clerk = await hire(browser, "CLERK", agency);
  const office = await otherDesk(browser);
  await login(office, "quantri");
  await office.goto(`${paths.users()}/${clerk.login}`);
  const form = office.locator("details", { hasText: "Giao thêm vai trò" }).last();
  await form.locator("summary").click();
  await form.getByLabel("Vai trò").selectOption("APPROVER");
  await form.getByLabel("Mã cơ quan").fill(agency);
  await form.getByRole("button", { name: "Giao thêm vai trò" }).click();
  await expect(office.getByText("Đã giao vai trò.")).toBeVisible();
  await office.context().close();

  await arrive(page, clerk);
  await page.goto(paths.entry(agency, 2023, 1));
  await page.getByRole("button", { name: "Gửi duyệt" }).click();
  await expect(page.locator(".chip", { hasText: "Đã gửi, chờ duyệt" }).first()).toBeVisible();
  await page.goto(paths.review(agency, 2023, 1));
  await expect(page.getByText(/không tự duyệt được/)).toBeVisible();
  await expect(page.getByRole("button", { name: "Duyệt", exact: true })).toHaveCount(0);
  await expectAccessible(page);
  const answer = await page.request.post(`/api/v1/reports/${agency}/2023/1/transitions`, {
    headers: { origin: new URL(page.url()).origin },
    data: { to: "APPROVED" },
  });
  expect(answer.ok()).toBe(false);
  expect(JSON.stringify(await answer.json())).toContain("duyệt số liệu do chính mình");
});
