import type { Text } from "@/lib/core/locale";
import { COUNT_CODES, COUNT_LABELS, type CountCode, type Counts } from "@/lib/form/counts";
import { countsText } from "@/lib/i18n/counts";

/** Counts in one line, so that a form can say what it was filled in over. Example: "D01=12;D02=11". */
export function knownCounts(counts: Counts): string {
  return COUNT_CODES.flatMap((code) => (counts[code] === undefined ? [] : [`${code}=${counts[code]}`])).join(
    ";",
  );
}

/** Which counts somebody else changed since the form was shown, each with what is stored now; null when none. */
export function changedMeanwhile(known: string, stored: Counts): Partial<Record<CountCode, Text>> | null {
  const then = new Map(known.split(";").map((pair) => pair.split("=") as [string, string]));
  const changed = COUNT_CODES.filter(
    (code) => (then.get(code) ?? null) !== (stored[code]?.toString() ?? null),
  );
  if (changed.length === 0) return null;
  return Object.fromEntries(
    changed.map((code) => {
      const now = stored[code]?.toString() ?? null;
      const name = COUNT_LABELS[code].label;
      return [
        code,
        {
          vi: countsText.storedNow.vi(name.vi, now ?? "trống"),
          en: countsText.storedNow.en(name.en, now ?? "empty"),
        },
      ];
    }),
  );
}
