import { useMemo, useReducer, useState } from "react";
import {
  type CellKey,
  cellKey,
  figuresOf,
  naturalUnit,
  parseCellKey,
  valuesOf,
} from "@/components/results/entry/cell";
import type { EntryScope } from "@/components/results/entry/context";
import { liveValues, snapshotOf } from "@/components/results/entry/derived-state";
import { visibleIssues } from "@/components/results/entry/issues";
import { entryReducer, openedState } from "@/components/results/entry/state";
import type { RegisterDraft } from "@/lib/cases/draft/types";
import type { Day } from "@/lib/core/day";
import type { Locale } from "@/lib/core/locale";
import type { FormFigures, Measure, Slice, SlicedFigures } from "@/lib/form/columns";
import { derive } from "@/lib/form/derive";
import { validate } from "@/lib/form/rules";
import { formVersion } from "@/lib/form/version";
import type { EntryView } from "@/lib/results/types";

const noFigures: FormFigures = { cases: {}, money: {} };

/** The state of one form and everything computed from it. */
export function useEntryState(
  view: EntryView,
  today: Day,
  locale: Locale,
  draft: RegisterDraft | null = null,
) {
  const opened = useMemo(() => valuesOf(view.figures), [view]);
  const [state, dispatch] = useReducer(
    entryReducer,
    { version: view.version, values: opened, reasons: view.reasons },
    (stored) => openedState(stored, naturalUnit(stored.values)),
  );
  const [showsLastYear, setShowsLastYear] = useState(false);
  const [attempted, setAttempted] = useState(false);
  const place = usePlace();
  const version = formVersion(view.formVersion);
  const liveAll = useMemo(() => figuresOf(liveValues(state)), [state]);
  const live = liveAll[place.slice] ?? noFigures;
  const liveDerived = {
    cases: derive(live.cases, version, "cases"),
    money: derive(live.money, version, "money"),
  };
  const register = useMemo(
    () => draft && { values: valuesOf(draft.figures), illustrative: draft.illustrative },
    [draft],
  );
  const submitted = view.sameSubmitted ? valuesOf(view.sameSubmitted) : null;
  const all = useMemo(() => issuesOf(view, figuresOf(snapshotOf(state).values), today), [view, state, today]);
  const issues = visibleIssues(all, state, attempted);
  const scope: EntryScope = {
    view,
    version,
    locale,
    state,
    dispatch,
    ...place,
    liveAll,
    live,
    liveDerived,
    issues,
    opened,
    submitted,
    register,
    showsLastYear,
    attempted,
  };
  return { scope, all, setShowsLastYear, setAttempted };
}

/** What is open: a slice, a half where only one has room, and the cell last visited, which follows the slice. */
function usePlace() {
  const [active, activate] = useState<CellKey | null>(null);
  const [shown, show] = useState<Measure>("cases");
  const [slice, setSlice] = useState<Slice>("total");
  const showSlice = (next: Slice) => {
    const cell = active === null ? null : parseCellKey(active);
    setSlice(next);
    if (cell) activate(cellKey(cell.measure, cell.column, next));
  };
  return { active, activate, shown, show, slice, showSlice };
}

/** The rules, run by the same code as on the server. */
function issuesOf(view: EntryView, figures: SlicedFigures, today: Day) {
  return validate({
    version: formVersion(view.formVersion),
    period: view.period,
    agencyKind: view.agency.kind,
    figures,
    counts: view.counts,
    previous: view.previousMonth,
    previousYearEnd: view.previousYearEnd,
    history: view.history,
    previousAccepted: view.previousAccepted,
    today,
    isSupplement: view.kind === "SUPPLEMENT",
  });
}
