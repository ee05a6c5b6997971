import { describe, expect, test } from "vitest";
import { planEvent } from "@/lib/agencies/events/rules";
import { changesOf } from "@/lib/agencies/events/view";
import { EVENT_SLUGS, eventFields, eventKindOf } from "@/lib/agencies/form/schema";
import { controlOf, eventOfFields, unitsOnDay } from "@/lib/agencies/form/view";
import { agencyEventInput } from "@/lib/agencies/schema";
import { EVENT_KINDS, type EventKind } from "@/lib/agencies/types";
import { event, nation } from "./organisations";

const decision = { decisionNumber: "12/QĐ-BTP", decisionDate: "2022-09-01", effectiveOn: "2022-10-01" };
const typed = (more: Record<string, string | string[]>) => eventFields.parse({ ...decision, ...more });
const built = (kind: EventKind, more: Record<string, string | string[]>) =>
  eventOfFields(nation, kind, typed(more));

test("every kind of event has an address of its own", () => {
  expect(EVENT_KINDS.map((kind) => eventKindOf(EVENT_SLUGS[kind]))).toEqual([...EVENT_KINDS]);
  expect(eventKindOf("xoa-so")).toBeNull();
});

describe("a filled form is the event that the file would hold", () => {
  test.each<[EventKind, Record<string, string | string[]>, Record<string, unknown>]>([
    ["RENAME", { agency: "cc-1", newName: "Chi cục mới" }, { agency: "cc-1", name: "Chi cục mới" }],
    ["MOVE", { agency: "cc-1", newParent: "cuc-b" }, { agency: "cc-1", parent: "cuc-b" }],
    [
      "ABOLISH",
      { agency: "cuc-b", unit: ["cc-1", "cc-2"], to: ["cuc-a", ""] },
      { agency: "cuc-b", moves: [{ agency: "cc-1", parent: "cuc-a" }] },
    ],
    [
      "FOUND",
      { code: "CC-9", name: "Chi cục 9", parent: "cuc-a" },
      { founded: { code: "cc-9", kind: "DISTRICT", name: "Chi cục 9", parent: "cuc-a" } },
    ],
    [
      "MERGE",
      {
        predecessor: ["cc-1", "", "cc-2"],
        into: "existing",
        successor: "cc-1",
        code: ["cc-9"],
        name: ["thừa"],
      },
      { predecessors: ["cc-1", "cc-2"], successor: "cc-1" },
    ],
    [
      "MERGE",
      {
        predecessor: ["cuc-a", "cuc-b"],
        into: "new",
        successor: "",
        code: "cuc-c",
        name: "Cục C",
        parent: "",
      },
      {
        predecessors: ["cuc-a", "cuc-b"],
        successor: { code: "cuc-c", kind: "PROVINCE", name: "Cục C", parent: "tc" },
      },
    ],
    [
      "SPLIT",
      { agency: "cc-1", code: ["cc-8", "cc-9", ""], name: ["Tám", "Chín", ""], parent: ["", "cuc-b", ""] },
      {
        agency: "cc-1",
        moves: [],
        successors: [
          { code: "cc-8", kind: "DISTRICT", name: "Tám", parent: "cuc-a" },
          { code: "cc-9", kind: "DISTRICT", name: "Chín", parent: "cuc-b" },
        ],
      },
    ],
    [
      "SPLIT",
      { agency: "cc-1", code: ["cc-8", "cc-9"], name: ["Tám", "Chín"], share: ["6.240", "4160"] },
      {
        agency: "cc-1",
        moves: [],
        successors: [
          { code: "cc-8", kind: "DISTRICT", name: "Tám", parent: "cuc-a", share: "6240" },
          { code: "cc-9", kind: "DISTRICT", name: "Chín", parent: "cuc-a", share: "4160" },
        ],
      },
    ],
  ])("%s", (kind, fields, expected) => {
    expect(built(kind, fields)).toEqual({ kind, ...decision, note: "", ...expected });
  });

  test("an empty form is refused by the strict schema, whatever its kind", () => {
    for (const kind of EVENT_KINDS) {
      const parsed = agencyEventInput.safeParse(eventOfFields(nation, kind, eventFields.parse({})));
      expect(parsed.success, kind).toBe(false);
    }
  });
});

test("the units of an agency that ends are those of the event's day", () => {
  const codes = (fields: Record<string, string>) =>
    unitsOnDay(nation, typed({ agency: "cuc-a", ...fields })).map(({ code }) => code);
  expect(codes({})).toEqual(["cc-1", "cc-2", "cc-3"]);
  expect(codes({ effectiveOn: "2019-01-01" })).toEqual(["cc-1", "cc-2"]);
  expect(codes({ effectiveOn: "không phải ngày" })).toEqual([]);
});

test.each([
  ["FOUND", "founded.code", "code.0"],
  ["MERGE", "successor.parent", "parent.0"],
  ["MERGE", "successor", "successor"],
  ["MERGE", "predecessors.2", "predecessor.2"],
  ["MERGE", "predecessors", "predecessor.0"],
  ["SPLIT", "successors.1.name", "name.1"],
  ["SPLIT", "successors.1.share", "share.1"],
  ["SPLIT", "successors", "code.0"],
  ["ABOLISH", "moves", "to.0"],
  ["RENAME", "name", "newName"],
  ["MOVE", "parent", "newParent"],
  ["MOVE", "effectiveOn", "effectiveOn"],
] as const)("%s: a refusal of %s stands at %s", (kind, field, control) => {
  expect(controlOf(kind, field)).toBe(control);
});

test("the preview tells what becomes of each agency: who ends, who is founded, who gets another superior", () => {
  const founded = { code: "cuc-c", kind: "PROVINCE", name: "Cục C", parent: "tc" };
  const plan = planEvent(nation, event("MERGE", { predecessors: ["cuc-a", "cuc-b"], successor: founded }));
  const changes = changesOf(nation, plan);
  expect(changes.map(({ agency, fate }) => `${agency} ${fate}`)).toEqual([
    "cuc-a ENDED",
    "cuc-b ENDED",
    "cuc-c FOUNDED",
    "cc-1 MOVED",
    "cc-2 MOVED",
    "cc-3 MOVED",
  ]);
  expect(changes[3]).toMatchObject({
    before: { name: "Tên cc-1", parent: "cuc-a" },
    after: { parent: "cuc-c", validUntil: "2025-07-01" },
  });
  const renamed = planEvent(nation, event("RENAME", { agency: "cc-1", name: "Mới" }));
  expect(changesOf(nation, renamed)).toMatchObject([{ fate: "RENAMED", after: { name: "Mới" } }]);
});
