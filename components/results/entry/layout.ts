import type { Measure, Slice } from "@/lib/form/columns";

/** Which quiet figures stand beside a cell; a form too narrow for both halves shows them under the row's name. */
export type Layout = Readonly<{
  /** The whole docket's figure beside a part's. */
  whole: boolean;
  lastYear: "none" | "column" | "line";
  /** Last month and the movement side by side where there is room, else one above the other. */
  pair: Readonly<Record<Measure, string>>;
  /** How many columns one half has. */
  columns: number;
}>;

/** Hides what only both halves side by side leave room for. */
export const BESIDE = "@max-[48rem]:hidden";

const stacked = { cases: "block whitespace-nowrap", money: "block whitespace-nowrap" };
const paired = {
  cases: "grid @min-[50rem]:grid-cols-[3.5rem_3.5rem]",
  money: "grid @min-[50rem]:grid-cols-[6.75rem_6.75rem]",
};

/** The columns of a slice's table. */
export function layoutOf(slice: Slice, showsLastYear: boolean): Layout {
  const isPart = slice !== "total";
  return {
    whole: isPart,
    lastYear: showsLastYear ? (isPart ? "line" : "column") : "none",
    pair: isPart || showsLastYear ? stacked : paired,
    columns: isPart || showsLastYear ? 3 : 2,
  };
}

/** Hides the half that a narrow form does not show; paper has room for both. */
export function otherHalf(shown: Measure, measure: Measure): string {
  return shown === measure ? "" : "@max-[48rem]:not-print:hidden";
}
