import { describe, expect, test } from "vitest";
import {
  draftChanges,
  draftKey,
  draftOf,
  draftText,
  mergedDraft,
  parseDraft,
} from "@/components/results/entry/draft";
import { type EntryEvent, entryReducer, openedState } from "@/components/results/entry/state";

const at = "2021-07-01T03:32:00.000Z";
const stored = {
  version: 2,
  values: { "cases:completed": 333n, "cases:terminated": 28n },
  reasons: {},
} as const;
const place = { user: "u1", agency: "chi-cuc-van-lam", year: 2021, month: 9 };

function state(...events: EntryEvent[]) {
  return events.reduce(entryReducer, openedState(stored, "dong"));
}

const edited = state(
  { kind: "chosen", values: { "cases:completed": 340n, "money:completed": 7_301_304_089_000n } },
  { kind: "cleared", key: "cases:terminated" },
  { kind: "typed", key: "cases:inProgress", text: "hai trăm" },
  { kind: "committed", key: "cases:inProgress" },
  { kind: "reasoned", issue: "V10:cases:total:completed", reason: { code: "DATA_CORRECTED", text: "" } },
);

describe("a draft kept in the browser", () => {
  test("belongs to one person, agency, period and format", () => {
    expect(draftKey(place)).toBe("thads:entry:v1:u1:chi-cuc-van-lam:2021-9");
  });

  test("holds what the server does not have: figures, emptied cells, unread texts, reasons", () => {
    expect(draftOf(edited, at)).toEqual({
      at,
      values: { "cases:completed": 340n, "money:completed": 7_301_304_089_000n, "cases:terminated": null },
      typed: { "cases:inProgress": "hai trăm" },
      reasons: { "V10:cases:total:completed": { code: "DATA_CORRECTED", text: "" } },
    });
  });

  test("is nothing when the server has everything", () => {
    expect(draftOf(state(), at)).toBeNull();
  });

  test("reads back what it wrote, large amounts exactly", () => {
    const draft = draftOf(edited, at);
    expect(draft && parseDraft(draftText(draft))).toEqual(draft);
  });

  test("refuses what it did not write", () => {
    const hostile = {
      format: 1,
      at,
      values: { "cases:completed": "1e9", "cases:__proto__": "1", x: "1" },
      typed: 7,
      reasons: { a: 1 },
    };
    expect(parseDraft(JSON.stringify(hostile))).toEqual({ at, values: {}, typed: {}, reasons: {} });
    expect(parseDraft(JSON.stringify({ format: 2, at, values: {} }))).toBeNull();
    expect(parseDraft("{")).toBeNull();
    expect(parseDraft(null)).toBeNull();
  });

  test("lies over an earlier one that was not answered, so that neither is lost", () => {
    const earlier = {
      at: "a",
      values: { "cases:completed": 1n, "cases:inProgress": 2n },
      typed: {},
      reasons: {},
    } as const;
    const later = { at: "b", values: { "cases:completed": 9n }, typed: {}, reasons: {} } as const;
    expect(mergedDraft(earlier, later)?.values).toEqual({ "cases:completed": 9n, "cases:inProgress": 2n });
    expect(mergedDraft(earlier, null)).toBe(earlier);
  });

  test("is offered only for cells that differ from what is stored now", () => {
    const draft = {
      at,
      values: { "cases:completed": 333n, "cases:terminated": null },
      typed: {},
      reasons: {},
    } as const;
    expect(draftChanges(draft, stored.values)).toEqual(["cases:terminated"]);
  });

  test("restores everything, the unread text with its question", () => {
    const draft = draftOf(edited, at);
    const restored = draft && entryReducer(openedState(stored, "dong"), { kind: "restored", ...draft });
    expect(restored?.values).toEqual(edited.values);
    expect(restored?.problems["cases:inProgress"]?.kind).toBe("invalid");
    expect(restored?.reasons).toEqual(edited.reasons);
  });
});
