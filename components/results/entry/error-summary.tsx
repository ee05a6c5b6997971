"use client";

import { flushSync } from "react-dom";
import { type CellKey, parseCellKey } from "@/components/results/entry/cell";
import { useEntry } from "@/components/results/entry/context";
import { cellId, errorsOf, targetId, unexplained } from "@/components/results/entry/issues";
import { cellName } from "@/components/results/entry/movement";
import type { Measure } from "@/lib/form/columns";
import { describeIssue, issueKey } from "@/lib/form/issue";
import { entryText } from "@/lib/i18n/entry";

/** After a try to send: everything that is in the way, each line leading to its cell. */
export function ErrorSummary() {
  const scope = useEntry();
  const { issues, state, locale, show } = scope;
  const t = entryText[locale];
  const errors = errorsOf(issues);
  const open = unexplained(issues, state.reasons);
  const unread = (Object.keys(state.problems) as CellKey[]).flatMap((key) => {
    const cell = parseCellKey(key);
    return cell ? [{ ...cell, key }] : [];
  });
  const lines = [
    ...unread.map(({ key, measure, column }) => ({
      key: `unread:${key}`,
      text: t[state.problems[key]?.kind === "ambiguous" ? "unanswered" : "unread"](
        cellName(scope, measure, column),
        state.typed[key] ?? "",
      ),
      target: cellId(measure, column),
      measure: measure as Measure | null,
    })),
    ...[...errors, ...open].map((issue) => ({
      key: `${issueKey(issue)}:${issue.kind}`,
      text: describeIssue(issue, locale),
      target: targetId(issue),
      measure: issue.measure,
    })),
  ];
  if (lines.length === 0) return null;
  const follow = (target: string, measure: Measure | null) => {
    if (measure) flushSync(() => show(measure));
    document.getElementById(target)?.focus();
  };
  return (
    <section
      id="entry-errors"
      tabIndex={-1}
      aria-labelledby="entry-errors-title"
      className="mb-4 rounded-control border-2 border-miss p-4"
    >
      <h2 id="entry-errors-title">{t.summaryTitle(errors.length + unread.length, open.length)}</h2>
      <p className="text-ink-2">{t.summaryLead}</p>
      <ul className="mt-2 grid gap-1">
        {lines.map(({ key, text, target, measure }) => (
          <li key={key}>
            <a
              className="link text-miss"
              href={`#${target}`}
              onClick={(event) => {
                event.preventDefault();
                follow(target, measure);
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
