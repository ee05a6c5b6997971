import { describe, expect, test } from "vitest";
import {
  cellStatus,
  hasUnsaved,
  hasUnsent,
  liveValues,
  snapshotOf,
} from "@/components/results/entry/derived-state";
import {
  type EntryEvent,
  type EntryState,
  entryReducer,
  openedState,
} from "@/components/results/entry/state";

const stored = {
  version: 4,
  values: { "cases:completed": 333n, "money:completed": 34_196_546_000n },
  reasons: {},
} as const;

function formAfter(...events: EntryEvent[]): EntryState {
  return events.reduce(entryReducer, openedState(stored, "thousands"));
}

function typed(key: "cases:completed" | "money:completed", text: string): EntryEvent[] {
  return [
    { kind: "typed", key, text },
    { kind: "committed", key },
  ];
}

describe("a cell", () => {
  test("takes a count written the Vietnamese way", () => {
    expect(formAfter(...typed("cases:completed", "1.334")).values["cases:completed"]).toBe(1334n);
  });

  test("reads a bare number as nghìn đồng in a column of thousands, and units wherever they are written", () => {
    expect(formAfter(...typed("money:completed", "12.500")).values["money:completed"]).toBe(12_500_000n);
    expect(formAfter(...typed("money:completed", "2 tỷ 5 triệu")).values["money:completed"]).toBe(
      2_005_000_000n,
    );
  });

  test("emptied is missing, not zero", () => {
    const state = formAfter(...typed("cases:completed", " "));
    expect("cases:completed" in state.values).toBe(false);
    expect(hasUnsaved(state)).toBe(true);
  });

  test("keeps a text it does not understand and leaves the saved figure saved", () => {
    const state = formAfter(...typed("cases:completed", "ba trăm"));
    expect(state.typed["cases:completed"]).toBe("ba trăm");
    expect(state.problems["cases:completed"]?.kind).toBe("invalid");
    expect(snapshotOf(state).values["cases:completed"]).toBe(333n);
    expect(cellStatus(state, "cases:completed", stored.values)).toBe("invalid");
    expect(hasUnsent(state)).toBe(true);
  });

  test("asks about ambiguous writing even when only one reading is whole, and guesses nothing", () => {
    const state = formAfter(...typed("cases:completed", "1,234"));
    expect(state.problems["cases:completed"]).toEqual({ kind: "ambiguous", readings: [1234n] });
    expect(state.values["cases:completed"]).toBe(333n);
    expect(liveValues(state)["cases:completed"]).toBeUndefined();
    expect(cellStatus(state, "cases:completed", stored.values)).toBe("asking");
  });

  test("takes the reading the person chose", () => {
    const asked = typed("money:completed", "400.582 tỷ");
    const state = formAfter(...asked, { kind: "chosen", values: { "money:completed": 400_582_000_000n } });
    expect(state.values["money:completed"]).toBe(400_582_000_000n);
    expect(state.typed).toEqual({});
    expect(state.problems).toEqual({});
  });

  test("being typed moves the live figures before it is committed, and is not sent yet", () => {
    const state = formAfter({ kind: "typed", key: "cases:completed", text: "340" });
    expect(liveValues(state)["cases:completed"]).toBe(340n);
    expect(snapshotOf(state).values["cases:completed"]).toBe(333n);
  });

  test("not understood in one unit is read again when the unit changes", () => {
    const state = formAfter({ kind: "unitChanged", unit: "dong" }, ...typed("money:completed", "12,5"));
    expect(state.problems["money:completed"]?.kind).toBe("invalid");
    const inThousands = entryReducer(state, { kind: "unitChanged", unit: "thousands" });
    expect(inThousands.problems).toEqual({});
    expect(inThousands.values["money:completed"]).toBe(12_500n);
  });
});

describe("saving", () => {
  const changed = typed("cases:completed", "340");

  test("moves a cell from unsaved over saving to saved", () => {
    const unsaved = formAfter(...changed);
    expect(cellStatus(unsaved, "cases:completed", stored.values)).toBe("unsaved");
    const snapshot = snapshotOf(unsaved);
    const sending = entryReducer(unsaved, { kind: "sent", snapshot });
    expect(cellStatus(sending, "cases:completed", stored.values)).toBe("saving");
    const saved = entryReducer(sending, { kind: "saved", stored: { ...snapshot, version: 5 }, at: "10:32" });
    expect(cellStatus(saved, "cases:completed", stored.values)).toBe("saved");
    expect(saved.stored.version).toBe(5);
    expect(hasUnsaved(saved)).toBe(false);
  });

  test("leaves what was typed while a save was under way unsaved", () => {
    const first = formAfter(...changed);
    const snapshot = snapshotOf(first);
    const events: EntryEvent[] = [{ kind: "sent", snapshot }, ...typed("cases:completed", "341")];
    const meanwhile = events.reduce(entryReducer, first);
    const saved = entryReducer(meanwhile, {
      kind: "saved",
      stored: { ...snapshot, version: 5 },
      at: "10:32",
    });
    expect(saved.values["cases:completed"]).toBe(341n);
    expect(hasUnsaved(saved)).toBe(true);
  });

  test("loses nothing when the line is down", () => {
    const state = formAfter(...changed, { kind: "failed", link: "offline", refusal: null });
    expect(state.values["cases:completed"]).toBe(340n);
    expect(state.link).toBe("offline");
  });

  test("tries again by itself after a refusal once something changes", () => {
    const refused = formAfter(...changed, {
      kind: "failed",
      link: "refused",
      refusal: { vi: "Kỳ đã khép.", en: "Closed." },
    });
    expect(typed("cases:completed", "342").reduce(entryReducer, refused).link).toBe("ready");
  });

  test("does not send a reason that still needs words", () => {
    const state = formAfter({
      kind: "reasoned",
      issue: "V10:cases:total:completed",
      reason: { code: "OTHER", text: " " },
    });
    expect(snapshotOf(state).reasons).toEqual({});
    expect(hasUnsaved(state)).toBe(false);
    const told = entryReducer(state, {
      kind: "reasoned",
      issue: "V10:cases:total:completed",
      reason: { code: "OTHER", text: "Xóa sổ nhầm" },
    });
    expect(hasUnsaved(told)).toBe(true);
  });
});
