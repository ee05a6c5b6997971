import { expect, test } from "vitest";
import { keptPages } from "@/lib/serving/kept-pages";
import type { PageMould } from "@/lib/serving/page-mould";

const page = (size: number): PageMould => ({
  size,
  pour: () => ({ status: 200, headers: {}, body: Buffer.alloc(size) }),
});

test("keeps at most so many bytes; those asked for longest ago go first", () => {
  const pages = keptPages(100);
  for (const key of ["a", "b"]) pages.keep(key, "1", page(40));
  expect(pages.find("a", "1")).not.toBeNull();
  pages.keep("c", "1", page(40));
  expect(["a", "b", "c"].map((key) => pages.find(key, "1") !== null)).toEqual([true, false, true]);
  pages.keep("c", "1", page(60));
  expect(["a", "c"].map((key) => pages.find(key, "1") !== null)).toEqual([true, true]);
});

test("a page larger than everything that may be kept is not kept, and leaves no debt", () => {
  const pages = keptPages(100);
  pages.keep("large", "1", page(101));
  expect(pages.find("large", "1")).toBeNull();
  pages.keep("a", "1", page(100));
  expect(pages.find("a", "1")).not.toBeNull();
});

test("pages of another version are not found, and forgotten with the first page of a new one", () => {
  const pages = keptPages(100);
  pages.keep("a", "1", page(100));
  expect(pages.find("a", "2")).toBeNull();
  pages.keep("b", "2", page(100));
  expect([pages.find("a", "1"), pages.find("a", "2")]).toEqual([null, null]);
  expect(pages.find("b", "2")).not.toBeNull();
});
