import { decimalText, roundHalfUp } from "@/lib/core/rounding";
import { doneOf } from "@/lib/form/derive";
import type { Issue, IssueKind } from "@/lib/form/issue";
import { type Half, issueAt, type RuleContext } from "@/lib/form/rules/context";

/** V18: a printed rate agrees with the recomputed one, rounded half up or cut, to one decimal or more. */
export function statedRateRules({ input, totals }: RuleContext): Issue[] {
  return totals.flatMap((half) => {
    const text = input.statedRates?.[half.measure]?.trim();
    const [completed, eligible] = [doneOf(half.figures, half.measure), half.value("eligible")];
    if (!text || completed === null || eligible === null) return [];
    const stated = readRate(text);
    const kind = verdict(stated, completed, eligible);
    return kind === null ? [] : [rateIssue(input, half, kind, { stated, text, completed, eligible })];
  });
}

type Rate = { digits: bigint; decimals: number };

/** Reads "58,23", "58.23" or "58,23 %"; null when it is none of these. */
function readRate(text: string): Rate | null {
  const [, whole, decimals = ""] = /^(\d{1,4})(?:[.,](\d{1,6}))?\s*%?$/.exec(text) ?? [];
  return whole === undefined ? null : { digits: BigInt(whole + decimals), decimals: decimals.length };
}

function verdict(stated: Rate | null, completed: bigint, eligible: bigint): IssueKind | null {
  if (stated === null) return "rateUnreadable";
  if (eligible <= 0n) return "rateUndefined";
  return agrees(stated, completed, eligible) ? null : "rateDiffers";
}

function agrees({ digits, decimals }: Rate, completed: bigint, eligible: bigint): boolean {
  return [1, 2, decimals]
    .filter((places) => places > 0)
    .some((places) => {
      const scale = 10n ** BigInt(places + 2);
      const candidates = [roundHalfUp(completed * scale, eligible), (completed * scale) / eligible];
      return candidates.some((rate) => rate * 10n ** BigInt(decimals) === digits * 10n ** BigInt(places));
    });
}

function rateIssue(
  input: RuleContext["input"],
  half: Half,
  kind: IssueKind,
  found: { stated: Rate | null; text: string; completed: bigint; eligible: bigint },
): Issue {
  const { stated, text, completed, eligible } = found;
  const numbers = {
    stated: stated === null ? text : decimalText(stated.digits, stated.decimals),
    computed: eligible > 0n ? decimalText(roundHalfUp(completed * 10_000n, eligible), 2) : null,
    completed,
    eligible,
  };
  const related = ["eligible"] as const;
  return issueAt(
    input,
    { ...half, column: null },
    { rule: "V18", kind, severity: "warning", related },
    numbers,
  );
}
