import { PageHeader } from "@/components/ui/page-header";
import { SaveView } from "@/components/views/save-view";
import type { Locale } from "@/lib/core/locale";
import type { DigestLine, DigestSection, DigestView } from "@/lib/digest/lines/types";
import type { Mornings } from "@/lib/digest/types";
import { digestText } from "@/lib/i18n/digest";
import { paths } from "@/lib/paths";

type Props = {
  view: DigestView;
  mornings: Mornings;
  agency: string | undefined;
  locale: Locale;
};

/** What changed since the working morning before, alerts first, each line with its proof. */
export function DigestPage({ view, mornings, agency, locale }: Props) {
  const t = digestText[locale];
  return (
    <>
      <PageHeader title={view.title}>
        {view.facts.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
        {view.illustrative && <span className="chip">{view.illustrative}</span>}
      </PageHeader>
      <Choice mornings={mornings} agency={agency} locale={locale} />
      <div className="grid max-w-5xl gap-5">
        {view.sections.map((section) => (
          <Section key={section.key} section={section} />
        ))}
      </div>
      <p className="mt-4 text-sm text-ink-2">
        {view.window} {t.source}
      </p>
    </>
  );
}

function Choice({ mornings, agency, locale }: Omit<Props, "view">) {
  const t = digestText[locale];
  return (
    <div className="no-print mb-5 grid gap-3">
      <form action={paths.digest()} className="flex flex-wrap items-end gap-3">
        {agency && <input type="hidden" name="agency" value={agency} />}
        <label>
          <span className="label text-sm">{t.day}</span>
          <input className="field" type="date" name="ngay" defaultValue={mornings.day} />
        </label>
        <button type="submit" className="button">
          {t.show}
        </button>
        <a className="link py-2" href={paths.digest({ agency, ngay: mornings.before })}>
          ← {t.before}
        </a>
        <a className="link py-2" href={paths.digest({ agency, ngay: mornings.next })}>
          {t.next} →
        </a>
        <a className="link py-2" href={paths.ownAccount()}>
          {t.byMail}
        </a>
      </form>
      <SaveView path={paths.digest({ agency, ngay: mornings.day })} locale={locale} />
    </div>
  );
}

function Section({ section: { title, lead, lines } }: { section: DigestSection }) {
  return (
    <section className="card grid content-start gap-2">
      <h2>{title}</h2>
      {lead && <p className="text-sm text-ink-2">{lead}</p>}
      <ul className="grid">
        {lines.map((line) => (
          <Line key={`${line.text} ${line.note}`} line={line} />
        ))}
      </ul>
    </section>
  );
}

const tones: Readonly<Record<DigestLine["mark"]["tone"], string>> = {
  met: "text-met",
  pace: "text-pace",
  behind: "text-behind",
  miss: "text-miss",
  none: "text-ink-2",
};

function Line({ line: { mark, text, note, href } }: { line: DigestLine }) {
  return (
    <li className="grid grid-cols-[1.25rem_minmax(0,1fr)] border-b border-line-2 py-1.5 last:border-0">
      <span aria-hidden="true" className={tones[mark.tone]}>
        {mark.shape}
      </span>
      <span>
        <a className="link" href={href}>
          {text}
        </a>
        {note && <span className="block text-sm text-ink-2">{note}</span>}
      </span>
    </li>
  );
}
