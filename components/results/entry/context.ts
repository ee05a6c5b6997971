import { createContext, useContext } from "react";
import type { CellKey, Values } from "@/components/results/entry/cell";
import type { EntryEvent, EntryState } from "@/components/results/entry/state";
import type { Locale } from "@/lib/core/locale";
import type { FormFigures, Measure, Slice, SlicedFigures } from "@/lib/form/columns";
import type { DerivedFigures } from "@/lib/form/derive";
import type { Issue } from "@/lib/form/issue";
import type { FormVersion } from "@/lib/form/version";
import type { EntryView } from "@/lib/results/types";

/** What every part of the entry form may see. */
export type EntryScope = {
  view: EntryView;
  version: FormVersion;
  locale: Locale;
  state: EntryState;
  dispatch: (event: EntryEvent) => void;
  /** The slice in the table. */
  slice: Slice;
  showSlice: (slice: Slice) => void;
  /** Every slice as on the screen, texts being typed included. */
  liveAll: SlicedFigures & { total: FormFigures };
  /** The slice in the table. */
  live: FormFigures;
  liveDerived: Readonly<Record<Measure, DerivedFigures>>;
  issues: readonly Issue[];
  /** Values when the page was opened, and when the report was last submitted. */
  opened: Values;
  submitted: Values | null;
  /** What the case register makes of the month; null where there is none. */
  register: { values: Values; illustrative: boolean } | null;
  active: CellKey | null;
  activate: (key: CellKey) => void;
  shown: Measure;
  show: (measure: Measure) => void;
  showsLastYear: boolean;
  attempted: boolean;
};

const Context = createContext<EntryScope | null>(null);

export const EntryProvider = Context.Provider;

/** The form this component is part of. */
export function useEntry(): EntryScope {
  const scope = useContext(Context);
  if (scope === null) throw new Error("Outside the entry form");
  return scope;
}
