import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { leadersMarkup } from "@/components/scoreboard/leaders-table";
import { Markup, markup } from "@/components/ui/markup";
import { resultsSchema } from "@/lib/scoreboard/schema";
import { boardOf, nodeOf } from "./boards";

const state = resultsSchema.parse({});
const nation = nodeOf({ agency: "tc", name: "Tổng cục", cases: [9n, 10n] });
const drawnWith = (name: string) =>
  String(leadersMarkup(boardOf(nation, [nodeOf({ agency: "cuc-x", name, cases: [9n, 10n] })]), state, "vi"));

describe("the escaping template", () => {
  test("lets no text open a tag or leave an attribute", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("<", ">", '"', "'", "&", "a", "/", "=") }), (text) => {
        const html = String(markup`<a title="${text}">${text}</a>`);
        expect(html.replace(/^<a title="|">|<\/a>$/g, "")).not.toMatch(/[<>"']/);
      }),
      { numRuns: 2000 },
    );
  });

  test("keeps markup inside markup, and refuses markup made elsewhere", () => {
    expect(String(markup`<tr>${[markup`<td>${"<b>"}</td>`, markup`<td>${1n}</td>`]}${null}</tr>`)).toBe(
      "<tr><td>&lt;b&gt;</td><td>1</td></tr>",
    );
    expect(() => new Markup("<script>", Symbol("markup"))).toThrow(TypeError);
  });
});

describe("the leaders' table as markup", () => {
  test("shows hostile names as text", () => {
    for (const name of [
      '<script>alert("1")</script>',
      `"><img src=x onerror='a'>`,
      "</table><h1>",
      "&lt;b&gt;",
    ]) {
      const html = drawnWith(name);
      expect(html).not.toMatch(/<script|<img|<h1|onerror='/);
      expect(html.match(/<\/table>/g)).toHaveLength(1);
    }
    expect(drawnWith("<b>Cục</b>")).toContain("&lt;b&gt;Cục&lt;/b&gt;");
  });

  test("has no style attribute and no handler, for the policy forbids them", () => {
    expect(drawnWith("Cục Thi hành án dân sự tỉnh X")).not.toMatch(/\s(style|on\w+)=/);
  });

  test("marks the sorted column, and links the others", () => {
    const html = drawnWith("X");
    expect(html.match(/aria-sort="descending"/g)).toHaveLength(1);
    expect(html).toContain("sort=moneyPoints");
  });

  test("opens a province by drilling down, and its numbers by their proof", () => {
    const html = drawnWith("X");
    expect(html).toContain("/ket-qua?year=2022&amp;month=12&amp;agency=cuc-x");
    expect(html).toContain("/chung-minh/cuc-x/2022/12");
  });

  test("is drawn once per state while the board stands", () => {
    const board = boardOf(nation, [nodeOf({ agency: "cuc-x", name: "X", cases: [9n, 10n] })]);
    expect(leadersMarkup(board, state, "vi")).toBe(leadersMarkup(board, state, "vi"));
    expect(leadersMarkup(board, { ...state, q: "không có" }, "vi")).toBeNull();
  });
});
