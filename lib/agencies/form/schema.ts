import { z } from "zod";
import { EVENT_KINDS, type EventKind } from "../types";

/** How the address of a form names the kind of event. */
export const EVENT_SLUGS: Readonly<Record<EventKind, string>> = {
  FOUND: "thanh-lap",
  MERGE: "hop-nhat",
  SPLIT: "chia-tach",
  MOVE: "chuyen-cap-tren",
  RENAME: "doi-ten",
  ABOLISH: "giai-the",
};

/** The kind of event that an address names; null for anything else. */
export function eventKindOf(slug: string): EventKind | null {
  return EVENT_KINDS.find((kind) => EVENT_SLUGS[kind] === slug) ?? null;
}

const text = z
  .preprocess((value) => (Array.isArray(value) ? value[0] : value), z.string().max(2000))
  .transform((value) => value.trim())
  .catch("");
const column = z
  .preprocess(
    (value) => (value === undefined || Array.isArray(value) ? (value ?? []) : [value]),
    z.array(z.string().max(200)).max(200),
  )
  .transform((values) => values.map((value) => value.trim()))
  .catch([]);

/** What a form of events holds, from its address: what does not parse is empty, and the rules say so. */
export const eventFields = z.object({
  agency: text,
  decisionNumber: text,
  decisionDate: text,
  effectiveOn: text,
  note: text,
  newName: text,
  newParent: text,
  /** Whether a merger's successor is there already ("existing") or founded by it ("new"). */
  into: text,
  successor: text,
  predecessor: column,
  /** New agencies, one in each row of these three. */
  code: column,
  name: column,
  parent: column,
  /** The part of a split agency's figures that passes to each of them. */
  share: column,
  /** Units of an agency that ends, and whom each answers to from then on. */
  unit: column,
  to: column,
  /** Present once a preview was asked for. */
  preview: text,
});
export type EventFields = z.output<typeof eventFields>;
