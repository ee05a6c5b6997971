import { sumOf } from "@/lib/form/derive";
import type { Issue } from "@/lib/form/issue";
import { gap, type Half, issueAt, type RuleContext } from "@/lib/form/rules/context";
import type { RuleInput } from "@/lib/form/rules/input";
import type { Identity } from "@/lib/form/versions/definition";

/** V02–V06: printed sums (imports only, typed forms cannot break them), 07 = 08 + 15, and nothing negative. */
export function arithmeticRules({ input, halves, totals }: RuleContext): Issue[] {
  return [
    ...totals.flatMap((half) => statedSums(input, half)),
    ...halves.flatMap((half) =>
      input.version.identities.flatMap((identity) => identityRule(input, half, identity)),
    ),
    ...halves.flatMap((half) => orderRule(input, half)),
  ];
}

function statedSums(input: RuleInput, half: Half): Issue[] {
  const stated = input.statedDerived?.[half.measure] ?? {};
  return input.version.derivations.flatMap(({ column, rule }) => {
    const [printed, computed] = [stated[column], half.derived[column]];
    if (printed === undefined || computed === undefined || printed === computed) return [];
    const numbers = { stated: printed, computed, difference: gap(printed, computed) };
    return [issueAt(input, { ...half, column }, { rule, kind: "statedDiffers", severity: "error" }, numbers)];
  });
}

function identityRule(input: RuleInput, half: Half, identity: Identity): Issue[] {
  const left = half.value(identity.left);
  const right = sumOf(identity.right, half.figures, half.derived, half.measure);
  const balancing = half.value(identity.balancing);
  if (left === null || right === null || balancing === null || left === right) return [];
  const suggested = balancing + left - right;
  const parts = identity.right.map((column, at) => [`right${at + 1}`, half.value(column)] as const);
  const numbers = {
    left,
    ...Object.fromEntries(parts),
    difference: gap(left, right),
    suggested: suggested < 0n ? null : suggested,
  };
  const column = suggested < 0n ? identity.left : identity.balancing;
  const related = [identity.left, ...identity.right, identity.balancing, identity.review];
  const found = { rule: identity.rule, kind: "identityBroken", severity: "error", related } as const;
  return [issueAt(input, { ...half, column }, found, numbers)];
}

/** V06: 07 ≥ 0, then done ≤ 07 (18 ≥ 0), then 08 ≤ 07; only the first that breaks is reported. */
function orderRule(input: RuleInput, half: Half): Issue[] {
  const enforceable = half.value("totalEnforceable");
  if (enforceable === null) return [];
  if (enforceable < 0n) return [enforceableNegative(input, half, enforceable)];
  const carriedForward = half.value("carriedForward");
  if (carriedForward !== null && carriedForward < 0n) {
    const related = ["totalEnforceable", "completed", "terminated", "reduced"] as const;
    const found = { rule: "V06", kind: "doneAboveEnforceable", severity: "error", related } as const;
    const numbers = { value: carriedForward, done: enforceable - carriedForward, enforceable };
    return [issueAt(input, { ...half, column: "carriedForward" }, found, numbers)];
  }
  const eligible = half.value("eligible");
  if (eligible === null || eligible <= enforceable) return [];
  const related = ["totalEnforceable"] as const;
  const found = { rule: "V06", kind: "eligibleAboveEnforceable", severity: "error", related } as const;
  const numbers = { value: eligible, enforceable, difference: eligible - enforceable };
  return [issueAt(input, { ...half, column: "eligible" }, found, numbers)];
}

function enforceableNegative(input: RuleInput, half: Half, value: bigint): Issue {
  const total = half.value("totalToResolve") ?? 0n;
  const related = ["totalToResolve", "entrustedOut", "withdrawnOrCancelled", "pulledUpByProvince"] as const;
  const found = { rule: "V06", kind: "enforceableNegative", severity: "error", related } as const;
  return issueAt(input, { ...half, column: "totalEnforceable" }, found, {
    value,
    left: total - value,
    total,
  });
}
