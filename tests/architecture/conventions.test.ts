import { describe, expect, test } from "vitest";
import { visits } from "@/tests/e2e/pages";
import { readLock, routeOfPage, suppressionsOf, unsafePackages, unvisitedPages } from "./checks-layout";
import { conventions } from "./planted-sources";
import { readSources } from "./source-tree";

/** May only fall. */
const suppressionLimit = 6;

const sources = readSources();
const routes = visits.map(({ route }) => route);
/** The planted examples hold what the checks look for. */
const withoutPlanted = sources.filter(({ path }) => !path.startsWith("tests/architecture/"));

test("the whole tree is read", () => {
  expect(sources.length).toBeGreaterThan(150);
  expect(sources.some(({ path }) => path === "lib/clock.ts")).toBe(true);
});

describe.each([...conventions])("$name", ({ check, refused, allowed }) => {
  test("in the tree", () => expect(check(sources)).toEqual([]));
  test.each([...refused])("is refused when planted: $path $text", (planted) => {
    expect(check([planted])).not.toEqual([]);
  });
  test.each([...allowed])("lets pass what is right: $path $text", (planted) => {
    expect(check([planted])).toEqual([]);
  });
});

describe("every page is visited in a browser", () => {
  test("in the tree", () => expect(unvisitedPages(sources, routes)).toEqual([]));
  test("a page nobody visits and a visit without a page are found", () => {
    const planted = [{ path: "app/(app)/planted/[year]/page.tsx", text: "" }];
    expect(unvisitedPages(planted, [])).toHaveLength(1);
    expect(unvisitedPages([], ["/planted"])).toHaveLength(1);
    expect(unvisitedPages(planted, ["/planted/[year]"])).toEqual([]);
  });
  test("groups of folders are no part of an address", () => {
    expect(routeOfPage("app/(app)/(inner)/ket-qua/page.tsx")).toBe("/ket-qua");
    expect(routeOfPage("app/page.tsx")).toBe("/");
  });
});

describe("suppressions", () => {
  test("are few and each has its reason", () => {
    const { count, unexplained } = suppressionsOf(withoutPlanted);
    expect(unexplained).toEqual([]);
    expect(count).toBeLessThanOrEqual(suppressionLimit);
  });
  test("without a reason are found", () => {
    const planted = ["// biome-ignore lint/x: no", "const a = 1;\n// @ts-expect-error", "// @ts-ignore"];
    for (const text of planted)
      expect(suppressionsOf([{ path: "lib/x.ts", text }]).unexplained).toHaveLength(1);
  });
  test("with a reason pass, and are counted", () => {
    const text = "// The library's types say otherwise than its code.\n// @ts-expect-error";
    expect(suppressionsOf([{ path: "lib/x.ts", text }])).toEqual({ count: 1, unexplained: [] });
  });
});

describe("packages with published advisories", () => {
  test("are not in the lock file", () => expect(unsafePackages(readLock())).toEqual([]));
  test("are found when planted", () => {
    const lock = (name: string, version: string) =>
      JSON.stringify({ packages: { [`node_modules/${name}`]: { version } } });
    expect(unsafePackages(lock("next", "16.4.5"))).toHaveLength(1);
    expect(unsafePackages(lock("next", "16.4.6"))).toEqual([]);
    expect(unsafePackages(lock("next", "17.0.0"))).toEqual([]);
    expect(unsafePackages(lock("react", "19.2.9"))).toHaveLength(1);
    expect(unsafePackages(lock("next-auth", "4.24.14"))).toHaveLength(1);
    expect(unsafePackages(lock("exceljs/node_modules/xlsx", "0.18.5"))).toHaveLength(1);
  });
});
