import type { ReactNode } from "react";
import type { Actor } from "@/lib/auth/actor";
import type { Day } from "@/lib/core/day";
import { formatDay } from "@/lib/core/day";
import type { Locale } from "@/lib/core/locale";
import { shellText } from "@/lib/i18n/shell";
import { paths } from "@/lib/paths";
import { Navigation } from "./navigation";
import { Preferences } from "./preferences";

type ShellProps = {
  actor: Actor;
  place: string;
  path: string;
  locale: Locale;
  theme: "light" | "dark";
  demoDay: Day | null;
  children: ReactNode;
};

/** The frame of every signed-in page: who and where one is, what one may open, and the page. */
export function Shell({ actor, place, path, locale, theme, demoDay, children }: ShellProps) {
  const t = shellText[locale];
  return (
    <div className="min-h-dvh md:grid md:grid-cols-[14rem_minmax(0,1fr)]">
      <aside className="no-print border-line bg-line-2 max-md:border-b md:border-r md:p-3">
        <a
          className="hidden items-center gap-2 px-2 py-2 font-heading font-semibold no-underline md:flex"
          href={paths.home()}
        >
          <Mark /> {t.product}
        </a>
        <details className="p-2 md:hidden">
          <summary className="flex min-h-10 items-center gap-2 font-heading font-semibold">
            <Mark /> {t.product} <span className="ml-auto text-sm font-normal text-ink-2">{t.menu}</span>
          </summary>
          <Navigation actor={actor} locale={locale} path={path} />
        </details>
        <div className="mt-2 hidden md:block">
          <Navigation actor={actor} locale={locale} path={path} />
        </div>
      </aside>
      <div className="min-w-0">
        <header className="no-print flex flex-wrap items-center justify-between gap-x-6 gap-y-1 border-b border-line px-4 py-2 md:px-6">
          <p className="min-w-0 text-sm">
            <a className="font-semibold no-underline hover:underline" href={paths.ownAccount()}>
              {actor.name}
            </a>{" "}
            <span className="text-ink-2">{place}</span>{" "}
            {demoDay && <span className="chip">{`${t.demo} · ${t.demoDay(formatDay(demoDay))}`}</span>}
          </p>
          <Preferences locale={locale} theme={theme} />
        </header>
        <main id="content" className="px-4 py-6 md:px-6">
          {children}
        </main>
      </div>
    </div>
  );
}

function Mark() {
  return (
    <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" className="shrink-0 text-brand">
      <rect width="24" height="24" rx="5" fill="currentColor" />
      <path
        className="fill-card"
        d="m12 5 2 4.6 5 .5-3.800 3.300 1.150 4.900L12 15.700l-4.350 2.600 1.150-4.900L5 10.100l5-.5z"
      />
    </svg>
  );
}
