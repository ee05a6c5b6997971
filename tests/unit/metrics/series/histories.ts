import fc from "fast-check";
import { type Day, day } from "@/lib/core/day";
import type { Lineage, Succession } from "@/lib/metrics/series/types";

type Version = { parent: string | null; validFrom: Day; validUntil: Day | null };
type Draft = { versions: Map<string, Version[]>; successions: Succession[] };
/** An event on a day, about the units that stand then, in an order of its own. */
type Event = { on: Day; units: readonly string[]; parts: number };

const kinds = ["merge", "absorb", "split", "move", "rename", "found", "abolish"] as const;

function open({ versions }: Draft, code: string, parent: string | null, validFrom: Day): void {
  versions.set(code, [...(versions.get(code) ?? []), { parent, validFrom, validUntil: null }]);
}

function parentOf({ versions }: Draft, code: string): string | null {
  return versions.get(code)?.at(-1)?.parent ?? null;
}

function reopen(draft: Draft, code: string, parent: string | null, on: Day): void {
  close(draft, code, on);
  open(draft, code, parent, on);
}

function close({ versions }: Draft, code: string, on: Day): void {
  const last = versions.get(code)?.at(-1);
  if (last !== undefined) last.validUntil = on;
}

function succeed(draft: Draft, predecessor: string, successor: string, on: Day): void {
  close(draft, predecessor, on);
  draft.successions.push({ predecessor, successor, effectiveOn: on });
}

function newName({ versions }: Draft): string {
  return `u${versions.size}`;
}

const events: Record<(typeof kinds)[number], (draft: Draft, event: Event) => void> = {
  found: (draft, { on }) => open(draft, newName(draft), "top-1", on),
  rename: (draft, { on, units: [unit = ""] }) => reopen(draft, unit, parentOf(draft, unit), on),
  move: (draft, { on, units: [unit = ""] }) =>
    reopen(draft, unit, parentOf(draft, unit) === "top-1" ? "top-2" : "top-1", on),
  abolish: (draft, { on, units: [unit = "", heir = ""] }) => succeed(draft, unit, heir, on),
  absorb: (draft, { on, units: [heir = "", ...others], parts }) => {
    for (const each of others.slice(0, parts - 1)) succeed(draft, each, heir, on);
  },
  merge: (draft, { on, units, parts }) => {
    const heir = newName(draft);
    open(draft, heir, parentOf(draft, units[0] ?? ""), on);
    for (const each of units.slice(0, parts)) succeed(draft, each, heir, on);
  },
  split: (draft, { on, units: [unit = ""], parts }) => {
    for (let part = 0; part < parts; part += 1) {
      const heir = newName(draft);
      open(draft, heir, parentOf(draft, unit), on);
      succeed(draft, unit, heir, on);
    }
  },
};

/** Random histories: units under two heads, with events on the first of different months from the end of 2023 on. */
export const histories: fc.Arbitrary<Lineage> = fc
  .array(
    fc.record({
      kind: fc.constantFrom(...kinds),
      pick: fc.nat(1000),
      parts: fc.integer({ min: 2, max: 3 }),
      skip: fc.integer({ min: 1, max: 6 }),
    }),
    { maxLength: 8 },
  )
  .map((list) => {
    const draft: Draft = { versions: new Map(), successions: [] };
    for (const head of ["top-1", "top-2"]) open(draft, head, null, day("2010-01-01"));
    for (let unit = 2; unit < 7; unit += 1)
      open(draft, `u${unit}`, `top-${(unit % 2) + 1}`, day("2010-01-01"));
    let month = 9;
    for (const { kind, pick, parts, skip } of list) {
      month += skip;
      const on = day(`${2023 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}-01`);
      const standing = [...draft.versions.keys()].filter(
        (code) => code.startsWith("u") && draft.versions.get(code)?.at(-1)?.validUntil === null,
      );
      const units = standing.map((_, index) => standing[(index + pick) % standing.length] ?? "");
      if (units.length > 3) events[kind](draft, { on, units, parts });
    }
    return draft;
  });
