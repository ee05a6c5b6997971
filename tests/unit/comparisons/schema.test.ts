import { expect, test } from "vitest";
import { comparisonExportSchema, comparisonSchema } from "@/lib/comparisons/schema";
import { queryOf } from "@/lib/scoreboard/schema";

test("the address names up to six agencies, each once; what is no code falls away", () => {
  const of = (agencies: string) => comparisonSchema.parse({ agencies }).agencies;
  expect(of("cuc-hung-yen,cc-325,cuc-hung-yen")).toEqual(["cuc-hung-yen", "cc-325"]);
  expect(of("a,b,c,d,e,f,g,h")).toEqual(["a", "b", "c", "d", "e", "f"]);
  expect(of("../x,<b>,,TC")).toEqual([]);
  expect(comparisonSchema.parse({ agencies: ["a", "b"] }).agencies).toEqual([]);
  expect(comparisonSchema.parse({})).toMatchObject({ agencies: [], measure: "cases", q: "" });
});

test("an export names its agencies, part and period, and nothing else", () => {
  const read = (text: string) => comparisonExportSchema.safeParse(queryOf(new URLSearchParams(text))).success;
  const whole = "agencies=a,b&year=2022&month=6&measure=cases&part=trend&format=csv";
  expect(read(whole)).toBe(true);
  expect(read(`${whole}&more=1`)).toBe(false);
  expect(read(whole.replace("a,b", ""))).toBe(false);
  expect(read(whole.replace("trend", "pie"))).toBe(false);
});
