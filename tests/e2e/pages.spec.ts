import { expect, expectAccessible, expectNoSidewaysScroll, login, test } from "./fixtures";
import { visits } from "./pages";

for (const visit of visits) {
  test(`${visit.route} opens for ${visit.login ?? "anybody"}, accessible and as wide as the screen`, async ({
    page,
  }) => {
    if (visit.login !== null) await login(page, visit.login);
    const response = await page.goto(visit.path);
    expect(response?.status()).toBe(200);
    if (visit.follow) {
      const links = await page
        .locator("a[href]")
        .evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
      const target = links.find((href) => visit.follow?.test(href));
      expect(target, `a link like ${visit.follow} on ${visit.path}`).toBeDefined();
      expect((await page.goto(target ?? ""))?.status()).toBe(200);
    }
    await expect(page.locator("h1")).toHaveCount(1);
    await expect(page).toHaveTitle(/\S/);
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  });
}

test("a page that asks for a session sends a stranger to the sign-in page", async ({ page }) => {
  await page.goto("/ket-qua?year=2022&month=12");
  await expect(page).toHaveURL(/\/dang-nhap(?:\?|$)/);
});

test("an address that does not exist answers 404 with a page of ours", async ({ page, problems }) => {
  problems.expect(/status of 404/);
  const response = await page.goto("/khong-co-trang-nay");
  expect(response?.status()).toBe(404);
  await expect(page.locator("h1")).toHaveCount(1);
  await expectAccessible(page);
});

test("the fixtures themselves notice a console error and a breach of the content policy", async ({
  page,
  problems,
}) => {
  problems.expect(/.*/);
  await page.goto("/dang-nhap");
  await page.evaluate(() => {
    console.error("planted");
    const image = document.createElement("img");
    image.src = "https://example.invalid/planted.png";
    document.body.append(image);
  });
  await expect.poll(() => problems.list.join("\n")).toContain("console: planted");
  await expect.poll(() => problems.list.join("\n")).toContain("CSP: img-src");
});
