import { describe, expect, test } from "vitest";
import { Failure } from "@/lib/core/failure";
import { paths } from "@/lib/paths";
import { atNewest, ownPage, refusalReason } from "@/lib/views/rules";

describe("an address of our own", () => {
  test.each([
    paths.results({ year: 2022, month: 12, agency: "cuc-hung-yen", sort: "points", q: "Hà Nội" }),
    paths.completeness({ year: 2022, month: 3 }),
    paths.proof("cc-325", 2022, 12, { own: 1 }),
    paths.targetSet(2022),
    paths.digest({ ngay: "2022-11-03" }),
    paths.overview({ agency: "cuc-hung-yen" }),
    paths.signals({ year: 2022 }),
    paths.work(),
  ])("is kept as it is: %s", (path) => expect(ownPage(path)).toBe(path));

  test("loses its fragment and an empty query", () => {
    expect(ownPage("/ket-qua?year=2022#bang")).toBe("/ket-qua?year=2022");
    expect(ownPage("/ket-qua?")).toBe("/ket-qua");
  });

  test.each([
    "https://evil.example/ket-qua",
    "//evil.example/ket-qua",
    "/\\evil.example/ket-qua",
    "\\\\evil.example",
    "/\t/evil.example/ket-qua",
    "/ket-qua\n",
    " /ket-qua",
    "javascript:alert(1)",
    "ket-qua",
    "",
    "/",
    "/api/sign-out",
    "/api/v1/rates?year=2022",
    "/dang-nhap?tiep=/ket-qua",
    "/mat-khau",
    "/ket-qua/../api/sign-out",
    "/ket-qua/%2e%2e/api",
    "/ket-quax",
    "/chung-minh/cc-325/2022",
    "/chung-minh/cc-325/2022/12/13",
    "/khong-co-trang-nay",
    `/ket-qua?q=${"a".repeat(1000)}`,
  ])("is nothing else: %j", (text) => expect(ownPage(text)).toBeNull());
});

test("without its period a page opens with the newest, and keeps the rest of its state", () => {
  expect(atNewest("/ket-qua?year=2022&month=12&agency=cuc-hung-yen&sort=money&asOf=2022-11-01")).toBe(
    "/ket-qua?agency=cuc-hung-yen&sort=money",
  );
  expect(atNewest("/ban-tin?ngay=2022-11-03")).toBe("/ban-tin");
  expect(atNewest("/tien-do")).toBe("/tien-do");
});

test("a refusal goes to the page as one known word", () => {
  const text = { vi: "x", en: "x" };
  expect(refusalReason(new Failure("precondition", text, { details: { reason: "full" } }))).toBe("full");
  expect(refusalReason(new Failure("invalid", text, { fields: { path: text } }))).toBe("foreignPath");
  expect(refusalReason(new Failure("invalid", text, { fields: { name: text } }))).toBe("input");
  expect(refusalReason(new Failure("forbidden", text))).toBe("input");
});
