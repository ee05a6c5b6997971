import { formatInstant } from "@/components/results/instant";
import { TableFrame } from "@/components/results/table-frame";
import { formatCount, formatRate } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import type { Ratio } from "@/lib/core/ratio";
import { answerLabels, evidenceLabels, signalPageText } from "@/lib/i18n/signal-page";
import { signalText } from "@/lib/i18n/signals";
import type { Evidence } from "@/lib/metrics/signals/types";
import { paths } from "@/lib/paths";
import { personName } from "@/lib/results/people/view";
import type { Question, SignalAnswer } from "@/lib/signals/types";
import { AnswerForm } from "./answer-form";

/** One question: what is asked, both rates side by side, what it rests on, and the answer. */
export function SignalCard({ question, locale }: { question: Question; locale: Locale }) {
  const { signal, agency, name, text, illustrative, evidenceHash, answer, mayAnswer } = question;
  const t = signalPageText[locale];
  const id = `${agency}-${signal.kind}`;
  const key = { agency, year: signal.year, kind: signal.kind, evidenceHash };
  return (
    <article className="card grid grid-cols-1 gap-3" aria-labelledby={id}>
      <header className="grid gap-1">
        <h2 id={id}>{name}</h2>
        <p className="flex flex-wrap gap-2">
          <span className="chip">{signalText[locale].kind[signal.kind]}</span>
          {illustrative && <span className="chip">{t.illustrative}</span>}
        </p>
      </header>
      <p className="max-w-3xl">{text[locale]}</p>
      <dl className="flex flex-wrap gap-x-10 gap-y-3">
        <Rate label={t.official} ratio={signal.reported} locale={locale} />
        <Rate label={t.counterfactual} ratio={signal.counterfactual} locale={locale} />
      </dl>
      <details className="min-w-0">
        <summary>{t.evidence}</summary>
        <EvidenceTable evidence={signal.evidence} label={`${t.evidence}: ${name}`} locale={locale} />
        <a className="link mt-2 inline-block text-sm" href={paths.proof(agency, signal.year, 12, { own: 1 })}>
          {t.proof}
        </a>
      </details>
      {answer ? <Answer answer={answer} locale={locale} /> : <p className="text-ink-2">{t.noAnswer}</p>}
      {mayAnswer && <AnswerForm question={key} version={answer?.version ?? 0} locale={locale} />}
    </article>
  );
}

function Rate({ label, ratio, locale }: { label: string; ratio: Ratio; locale: Locale }) {
  const counts = `${formatCount(ratio.numerator, locale)} / ${formatCount(ratio.denominator, locale)}`;
  return (
    <div>
      <dt className="text-sm text-ink-2">{label}</dt>
      <dd className="font-heading text-xl tabular-nums">
        {formatRate(ratio, locale)} <span className="text-sm text-ink-2">{counts}</span>
      </dd>
    </div>
  );
}

type EvidenceProps = { evidence: readonly Evidence[]; label: string; locale: Locale };

function EvidenceTable({ evidence, label, locale }: EvidenceProps) {
  const t = signalPageText[locale];
  return (
    <TableFrame label={label}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t.column}</th>
            <th scope="col">{t.when}</th>
            <th scope="col">{t.what}</th>
            <th scope="col" className="number">
              {t.value}
            </th>
          </tr>
        </thead>
        <tbody>
          {evidence.map(({ measure, column, year, month, as, value }) => (
            <tr key={`${measure} ${column} ${year} ${month} ${as}`}>
              <th scope="row">{evidenceLabels[column]?.[locale] ?? column}</th>
              <td>{t.period(month, year)}</td>
              <td>{t.as[as]}</td>
              <td className="number">
                {formatCount(value, locale)} {t[measure]}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

function Answer({ answer, locale }: { answer: SignalAnswer; locale: Locale }) {
  const { code, words, by, at, isCurrent } = answer;
  const t = signalPageText[locale];
  return (
    <section className="grid gap-1 border-line border-l-2 pl-3" aria-label={t.answer}>
      <p className="font-semibold">{answerLabels[code][locale]}</p>
      <p className="max-w-3xl whitespace-pre-line break-words">{words}</p>
      <p className="text-sm text-ink-2">{t.answerOf(personName(by.name, locale), formatInstant(at))}</p>
      {!isCurrent && <p className="text-behind text-sm">{t.outdated}</p>}
    </section>
  );
}
