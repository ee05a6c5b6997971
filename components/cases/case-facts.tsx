import type { ReactNode } from "react";
import type { CaseFile } from "@/lib/cases/register/types";
import { daysBetween, formatDay } from "@/lib/core/day";
import { formatCount } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { caseFileText } from "@/lib/i18n/case-file";
import { CATEGORY_LABELS, INITIATIVE_LABELS, STATE_LABELS } from "@/lib/i18n/cases";

/** What the case is about: judgment, decision, obligation and money. */
export function CaseFacts({ file, locale }: { file: CaseFile; locale: Locale }) {
  const t = caseFileText[locale];
  return (
    <section className="card grid gap-4" aria-labelledby="facts">
      <h2 id="facts">{t.facts}</h2>
      <Money file={file} locale={locale} />
      <dl className="grid grid-cols-1 gap-x-8 gap-y-3 sm:grid-cols-2">
        <Fact label={t.judgment}>
          {t.judgmentText(file.judgmentNumber, formatDay(file.judgmentDate), formatDay(file.effectiveDate))}
          <span className="block text-ink-2">{file.court}</span>
        </Fact>
        <Fact label={t.decision}>
          {t.decisionText(file.decisionNumber, formatDay(file.decisionDate))}
          <InTime file={file} locale={locale} />
        </Fact>
        <Fact label={t.kind}>
          {`${CATEGORY_LABELS[file.category][locale]} · ${INITIATIVE_LABELS[file.initiative][locale]}`}
        </Fact>
        <Fact label={t.received}>{formatDay(file.receivedOn)}</Fact>
        <Fact label={t.obligation}>
          <span className="whitespace-pre-line break-words">{file.obligation || t.noObligation}</span>
        </Fact>
      </dl>
    </section>
  );
}

function Money({ file, locale }: { file: CaseFile; locale: Locale }) {
  const t = caseFileText[locale];
  const dong = (amount: bigint) => t.dong(formatCount(amount, locale));
  return (
    <dl className="grid grid-cols-1 gap-x-8 gap-y-3 border-line border-b pb-4 sm:grid-cols-3">
      <Sum label={t.outstanding} text={dong(file.outstanding)} isMain />
      <Sum label={t.taken} text={dong(file.amount - file.outstanding)} />
      <Sum label={t.amount} text={dong(file.amount)} />
      {file.asideState && (
        <Sum label={t.aside(STATE_LABELS[file.asideState][locale])} text={dong(file.aside)} />
      )}
    </dl>
  );
}

function Sum({ label, text, isMain = false }: { label: string; text: string; isMain?: boolean }) {
  return (
    <div>
      <dt className="text-ink-2 text-sm">{label}</dt>
      <dd className={`tabular-nums ${isMain ? "font-semibold text-lg" : ""}`}>{text}</dd>
    </div>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-ink-2 text-sm">{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function InTime({ file, locale }: { file: CaseFile; locale: Locale }) {
  const t = caseFileText[locale];
  const due = formatDay(file.decisionDue);
  if (file.inTime) return <span className="block text-met">{`▲ ${t.inTime(due)}`}</span>;
  return (
    <span className="block text-behind">{`◆ ${t.late(due, daysBetween(file.decisionDue, file.decisionDate))}`}</span>
  );
}
