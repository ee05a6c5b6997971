"use client";

import { useEntry } from "@/components/results/entry/context";
import {
  cellId,
  errorsOf,
  sliceOf,
  targetId,
  unexplained,
  unreadCells,
} from "@/components/results/entry/issues";
import { cellName } from "@/components/results/entry/movement";
import { useGoTo } from "@/components/results/entry/use-go-to";
import type { Measure } from "@/lib/form/columns";
import { describeIssue, issueKey } from "@/lib/form/issue";
import { entryText } from "@/lib/i18n/entry";

/** After a try to send: everything that is in the way, each line leading to its cell. */
export function ErrorSummary() {
  const scope = useEntry();
  const { issues, state, locale, slice: open } = scope;
  const goTo = useGoTo();
  const t = entryText[locale];
  const errors = errorsOf(issues);
  const warnings = unexplained(issues, state.reasons);
  const unread = unreadCells(state);
  const lines = [
    ...unread.map(({ key, ...cell }) => ({
      key: `unread:${key}`,
      text: t[state.problems[key]?.kind === "ambiguous" ? "unanswered" : "unread"](
        cellName(scope, cell),
        state.typed[key] ?? "",
      ),
      target: cellId(cell.measure, cell.column),
      measure: cell.measure as Measure | null,
      slice: cell.slice,
    })),
    ...[...errors, ...warnings].map((issue) => ({
      key: `${issueKey(issue)}:${issue.kind}`,
      text: describeIssue(issue, locale),
      target: targetId(issue),
      measure: issue.measure,
      slice: sliceOf(issue, open),
    })),
  ];
  if (lines.length === 0) return null;
  return (
    <section
      id="entry-errors"
      tabIndex={-1}
      aria-labelledby="entry-errors-title"
      className="mb-4 rounded-control border-2 border-miss p-4"
    >
      <h2 id="entry-errors-title">{t.summaryTitle(errors.length + unread.length, warnings.length)}</h2>
      <p className="text-ink-2">{t.summaryLead}</p>
      <ul className="mt-2 grid gap-1">
        {lines.map(({ key, text, target, measure, slice }) => (
          <li key={key}>
            <a
              className="link text-miss"
              href={`#${target}`}
              onClick={(event) => {
                event.preventDefault();
                goTo(target, { slice, measure });
              }}
            >
              {text}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
