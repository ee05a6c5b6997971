import type { Line } from "@/lib/campaigns/types";
import { demandText } from "@/lib/campaigns/view";
import type { Locale } from "@/lib/core/locale";
import { campaignText } from "@/lib/i18n/campaign-page";

type Props = { title: string; lines: readonly Line[]; locale: Locale };

/** Lines as the document has them, with what each asks. */
export function PlainLines({ title, lines, locale }: Props) {
  if (lines.length === 0) return null;
  const isFollowed = lines.every(({ kind }) => kind === "TASK" || kind === "SOLUTION");
  return (
    <section className="card mb-5" aria-label={title}>
      <h2>{title}</h2>
      <p className="mb-2 text-sm text-ink-2">{isFollowed ? campaignText[locale].followed : null}</p>
      <ol className="grid gap-2">
        {lines.map((line) => (
          <li key={line.position} className="border-line-2 border-b pb-2 last:border-0 last:pb-0">
            <p className="max-w-3xl">{line.wording}</p>
            <p className="text-sm text-ink-2">
              {!isFollowed && <span className="font-semibold">{demandText(line, locale)}</span>}
              {line.source && `${isFollowed ? "" : " · "}${line.source}`}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
