import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { addDays, type Day, day } from "@/lib/core/day";
import { lastDay, type Period } from "@/lib/core/period";
import type { Allocation, Lineage, Report, Succession } from "@/lib/metrics/series/types";

type Version = { parent: string | null; validFrom: Day; validUntil: Day | null };

/** A lineage out of lines "code parent from until" and "predecessor successor day". */
export function lineage(
  versions: readonly (readonly [code: string, parent: string | null, from: string, until: string | null])[],
  successions: readonly (readonly [predecessor: string, successor: string, on: string])[] = [],
): Lineage {
  const known = new Map<string, Version[]>();
  for (const [code, parent, from, until] of versions) {
    const version = { parent, validFrom: day(from), validUntil: until === null ? null : day(until) };
    known.set(code, [...(known.get(code) ?? []), version]);
  }
  return {
    versions: known,
    successions: successions.map(([predecessor, successor, on]) => ({
      predecessor,
      successor,
      effectiveOn: day(on),
    })),
  };
}

/** The 804 agencies of the seed, with the merger of 63 provinces into 34 on 01/07/2025. */
export function seedLineage(): Lineage & { provinces: ReadonlySet<string>; reporters: readonly string[] } {
  const rows: Record<string, string>[] = parse(readFileSync("prisma/seed/data/agencies.csv", "utf8"), {
    columns: true,
    skip_empty_lines: true,
  });
  const of = (row: Record<string, string>, column: string) => row[column] ?? "";
  const until = (row: Record<string, string>) =>
    of(row, "valid_to") === "" ? null : addDays(day(of(row, "valid_to")), 1);
  const versions = new Map(
    rows.map((row) => [
      of(row, "code"),
      [{ parent: of(row, "parent") || null, validFrom: day(of(row, "valid_from")), validUntil: until(row) }],
    ]),
  );
  const successions = rows.flatMap((row): Succession[] => {
    const effectiveOn = until(row);
    if (of(row, "successor") === "" || effectiveOn === null) return [];
    return [{ predecessor: of(row, "code"), successor: of(row, "successor"), effectiveOn }];
  });
  const provinces = rows.filter((row) => of(row, "kind") === "PROVINCE").map((row) => of(row, "code"));
  const reporters = rows
    .filter((row) => of(row, "kind") !== "GENERAL_DEPARTMENT")
    .map((row) => of(row, "code"));
  return { versions, successions, provinces: new Set(provinces), reporters };
}

function standingOn({ versions }: Lineage, on: Day): string[] {
  return [...versions].flatMap(([code, list]) =>
    list.some(({ validFrom, validUntil }) => validFrom <= on && (validUntil === null || on < validUntil))
      ? [code]
      : [],
  );
}

/** Weights wherever history is not enough: every split, and every merger looked at from before. */
export function allocationsFor(history: Lineage, weightOf: (agency: string) => bigint): Allocation[] {
  const sides = (["predecessor", "successor"] as const).flatMap((side) => {
    const other = side === "predecessor" ? "successor" : "predecessor";
    const events = new Map<string, Succession[]>();
    for (const each of history.successions) {
      const key = `${each[side]} ${each.effectiveOn}`;
      events.set(key, [...(events.get(key) ?? []), each]);
    }
    return [...events.values()].map((list) => ({
      agency: list[0]?.[side] ?? "",
      on: list[0]?.effectiveOn ?? day("0001-01-01"),
      others: [
        ...list.map((each) => each[other]),
        ...(side === "successor" ? stoodBefore(history, list[0]) : []),
      ],
    }));
  });
  return sides
    .filter(({ others }) => others.length > 1)
    .map(({ agency, on, others }) => {
      const total = others.reduce((sum, each) => sum + weightOf(each), 0n);
      return {
        agency,
        on,
        weights: others.map((each) => ({ agency: each, weight: { n: weightOf(each), d: total } })),
      };
    });
}

function stoodBefore(history: Lineage, event: Succession | undefined): string[] {
  if (event === undefined) return [];
  const before = standingOn(history, addDays(event.effectiveOn, -1));
  return before.includes(event.successor) && event.predecessor !== event.successor ? [event.successor] : [];
}

export const months: readonly Period[] = [2024, 2025].flatMap((year) =>
  Array.from({ length: 12 }, (_, index) => ({ year, month: index + 1 })),
);

/** One report of every agency standing on the last day of each period. */
export function reportsOf(history: Lineage, periods: readonly Period[], random: () => bigint): Report[] {
  return periods.flatMap((period) =>
    standingOn(history, lastDay(period))
      .filter((agency) => !agency.startsWith("top"))
      .map((agency) => {
        const completed = random();
        return { agency, period, completed, eligible: completed + random() };
      }),
  );
}
