"use client";

import { cellKey, writeReading } from "@/components/results/entry/cell";
import { useEntry } from "@/components/results/entry/context";
import { IssueNote } from "@/components/results/entry/issue-note";
import { cellId, issuesAt } from "@/components/results/entry/issues";
import { type Column, INPUT_COLUMNS, type InputColumn, MEASURES, type Measure } from "@/lib/form/columns";
import { entryText } from "@/lib/i18n/entry";

/** What is said under a row: questions, unreadable texts, broken rules. Null when there is nothing to say. */
export function CellNotes({ measure, column }: { measure: Measure; column: Column }) {
  const { issues, state, slice } = useEntry();
  const input = INPUT_COLUMNS.find((each) => each === column);
  const problem = input && state.problems[cellKey(measure, input, slice)];
  return (
    <div id={`notes-${measure}-${column}`} className="grid gap-1.5">
      {problem?.kind === "invalid" && input && <Unread measure={measure} column={input} />}
      {problem?.kind === "ambiguous" && input && (
        <Question measure={measure} column={input} readings={problem.readings} />
      )}
      {issuesAt(issues, { slice, measure, column }).map((issue) => (
        <IssueNote key={`${issue.kind}:${measure}`} issue={issue} />
      ))}
    </div>
  );
}

/** Whether a row has anything to say. */
export function useHasNotes(column: Column): boolean {
  const { issues, state, slice } = useEntry();
  const input = INPUT_COLUMNS.find((each) => each === column);
  return MEASURES.some((measure) => {
    const isAsked = input !== undefined && cellKey(measure, input, slice) in state.problems;
    return isAsked || issuesAt(issues, { slice, measure, column }).length > 0;
  });
}

function Unread({ measure, column }: { measure: Measure; column: InputColumn }) {
  const { state, locale, slice } = useEntry();
  const problem = state.problems[cellKey(measure, column, slice)];
  return problem?.kind === "invalid" ? (
    <p className="text-miss" role="alert">
      <span aria-hidden="true">▼</span> {problem.reason[locale]}
    </p>
  ) : null;
}

type QuestionProps = { measure: Measure; column: InputColumn; readings: readonly bigint[] };

/** Asks which reading was meant; nothing is chosen for the person. */
function Question({ measure, column, readings }: QuestionProps) {
  const { dispatch, locale, slice } = useEntry();
  const t = entryText[locale];
  const key = cellKey(measure, column, slice);
  const words = readings.map((reading) => writeReading(reading, measure, locale));
  const backToCell = () => document.getElementById(cellId(measure, column))?.focus();
  const choose = (reading: bigint) => {
    dispatch({ kind: "chosen", values: { [key]: reading } });
    backToCell();
  };
  return (
    <fieldset
      className="flex flex-wrap items-center gap-2 text-behind"
      aria-label={t.question(words.join(t.or))}
    >
      <span role="alert">
        <span aria-hidden="true">?</span> {t.question(words.join(t.or))}
      </span>
      {readings.map((reading, at) => (
        <button
          key={String(reading)}
          type="button"
          className="button min-h-8"
          data-half={measure}
          onClick={() => choose(reading)}
        >
          {words[at]}
        </button>
      ))}
      <button type="button" className="button min-h-8 font-normal" data-half={measure} onClick={backToCell}>
        {t.retype}
      </button>
    </fieldset>
  );
}
