import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { Failure } from "@/lib/core/failure";
import type { Period } from "@/lib/core/period";
import { inViewOf, type Tx } from "@/lib/db/client";
import { INPUT_COLUMNS, type InputColumn, type Measure, SLICES, type Slice } from "@/lib/form/columns";
import { formVersionFor } from "@/lib/form/version";
import { caseRefusals } from "@/lib/i18n/cases";
import { readableCases } from "../register/queries";
import type { DerivedForm } from "./rules";
import type { RegisterForm } from "./types";

/** The form that the register makes of an agency's own cases; officers see single cases, not the form. */
export async function getRegisterForm(actor: Actor, key: Period & { agency: string }): Promise<RegisterForm> {
  const { only } = await readableCases(actor, key.agency);
  if (only !== null) throw new Failure("not-found", caseRefusals.notFound);
  return inViewOf(actor, (tx) => readRegisterForm(tx, key));
}

type TotalsRow = { slice: Slice; measure: Measure; figures: string };

/** The same inside an open transaction. */
export async function readRegisterForm(tx: Tx, key: Period & { agency: string }): Promise<RegisterForm> {
  const { agency, year, month } = key;
  const rows = await tx.$queryRaw<TotalsRow[]>`
    SELECT slice, measure, concat_ws(',', carried_over, newly_accepted, entrusted_out, withdrawn_or_cancelled,
      pulled_up_by_province, completed, terminated, reduced, in_progress, postponed_by_agreement, suspended_eligible,
      other_eligible, no_condition, postponed_or_suspended_other, separate_register) AS figures
    FROM case_totals_at(${year * 12 + month - 1}, ${[...SLICES]}, ${[agency]})`;
  const [invented] = await tx.$queryRaw<{ illustrative: boolean }[]>`
    SELECT EXISTS (SELECT FROM enforcement_case WHERE agency_code = ${agency} AND illustrative) AS illustrative`;
  const halfOf = (slice: Slice, measure: Measure) => {
    const text = rows.find((row) => row.slice === slice && row.measure === measure)?.figures.split(",") ?? [];
    return Object.fromEntries(INPUT_COLUMNS.map((column, at) => [column, BigInt(text[at] ?? "0")])) as Record<
      InputColumn,
      bigint
    >;
  };
  const formOfSlice = (slice: Slice): DerivedForm => ({
    cases: halfOf(slice, "cases"),
    money: halfOf(slice, "money"),
  });
  return {
    ...{ agency, year, month, formVersion: formVersionFor(key).id, isEmpty: rows.length === 0 },
    illustrative: invented?.illustrative ?? false,
    slices: Object.fromEntries(SLICES.map((slice) => [slice, formOfSlice(slice)])) as Record<
      Slice,
      DerivedForm
    >,
  };
}
