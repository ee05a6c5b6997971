"use client";

import { useEntry } from "@/components/results/entry/context";
import { hasUnsent } from "@/components/results/entry/derived-state";
import type { EntryState } from "@/components/results/entry/state";
import { entryText } from "@/lib/i18n/entry";
import { paths } from "@/lib/paths";

type Standing = "saved" | "opened" | "saving" | "unsaved" | "offline" | "signedOut" | "refused" | "stale";

const looks: Record<Standing, { shape: string; tone: string }> = {
  saved: { shape: "✓", tone: "chip-met" },
  opened: { shape: "–", tone: "" },
  saving: { shape: "…", tone: "" },
  unsaved: { shape: "○", tone: "" },
  offline: { shape: "◆", tone: "chip-behind" },
  signedOut: { shape: "◆", tone: "chip-behind" },
  refused: { shape: "▼", tone: "chip-miss" },
  stale: { shape: "◆", tone: "chip-behind" },
};

/** Where the whole form stands with the server, announced as it changes. */
export function SaveStatus({ onRetry, isKept }: { onRetry: () => void; isKept: boolean }) {
  const { state, locale, view } = useEntry();
  const t = entryText[locale];
  const standing = standingOf(state);
  const { shape, tone } = looks[standing];
  const isStuck = standing === "offline" || standing === "signedOut" || standing === "refused";
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <p role="status" className={`chip whitespace-normal! ${tone}`}>
        <span aria-hidden="true">{shape}</span>
        {standing === "saved" ? t.save.saved(state.savedAt ?? "") : t.save[standing]}
      </p>
      {state.refusal && standing === "refused" && <p className="text-miss">{state.refusal[locale]}</p>}
      {standing === "signedOut" && (
        <a
          className="link"
          href={paths.login(paths.entry(view.agency.code, view.period.year, view.period.month))}
        >
          {t.signIn}
        </a>
      )}
      {isStuck && (
        <button type="button" className="link min-h-8 cursor-pointer" onClick={onRetry}>
          {t.retry}
        </button>
      )}
      {!isKept && <p className="text-sm text-behind">{t.save.unkept}</p>}
    </div>
  );
}

function standingOf(state: EntryState): Standing {
  if (state.theirs !== null) return "stale";
  if (state.sending !== null) return "saving";
  if (state.link !== "ready") return state.link;
  if (hasUnsent(state)) return "unsaved";
  return state.savedAt === null ? "opened" : "saved";
}
