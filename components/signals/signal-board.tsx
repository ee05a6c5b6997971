import { YearForm } from "@/components/targets/year-form";
import { PageHeader } from "@/components/ui/page-header";
import { formatCount } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { signalPageText } from "@/lib/i18n/signal-page";
import { PEERS } from "@/lib/metrics/signals/thresholds";
import type { Questions } from "@/lib/signals/types";
import { SignalCard } from "./signal-card";

/** The questions of one year, strongest first; says so when nothing is asked, and why. */
export function SignalBoard({ found, locale }: { found: Questions; locale: Locale }) {
  const { year, compared, questions } = found;
  const t = signalPageText[locale];
  const agencies = new Set(questions.map(({ agency }) => agency)).size;
  const answered = questions.filter(({ answer }) => answer !== null).length;
  const isTooFew = compared < PEERS.fewest;
  return (
    <>
      <PageHeader title={t.title(questions.length, agencies, year)}>
        {questions.length > 0 && <span>{t.answered(answered, questions.length)}</span>}
        {!isTooFew && <span>{t.compared(formatCount(compared, locale))}</span>}
      </PageHeader>
      <YearForm year={year} locale={locale} />
      {questions.length === 0 ? (
        <p className="card">{isTooFew ? t.tooFew : t.nothing}</p>
      ) : (
        <>
          <p className="mb-4 max-w-3xl text-ink-2">{t.note}</p>
          <ol className="grid grid-cols-1 gap-4">
            {questions.map((question) => (
              <li className="min-w-0" key={`${question.agency} ${question.signal.kind}`}>
                <SignalCard question={question} locale={locale} />
              </li>
            ))}
          </ol>
        </>
      )}
    </>
  );
}
