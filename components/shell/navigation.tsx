import type { Actor } from "@/lib/auth/actor";
import { canSomewhere, type Permission } from "@/lib/auth/permissions";
import type { Locale } from "@/lib/core/locale";
import { shellText } from "@/lib/i18n/shell";
import { paths } from "@/lib/paths";

type Entry = { href: string; label: string; needs: readonly Permission[] };

function groups(locale: Locale): readonly (readonly Entry[])[] {
  const t = shellText[locale];
  return [
    [
      { href: paths.work(), label: t.work, needs: [] },
      { href: paths.overview(), label: t.overview, needs: ["results.read"] },
      { href: paths.reviews(), label: t.reviews, needs: ["results.approve"] },
      { href: paths.results(), label: t.results, needs: ["results.read"] },
      { href: paths.comparison(), label: t.comparison, needs: ["results.read"] },
      { href: paths.digest(), label: t.digest, needs: ["results.read"] },
      { href: paths.completeness(), label: t.completeness, needs: ["results.read"] },
      { href: paths.signals(), label: t.signals, needs: ["results.read"] },
      { href: paths.targets(), label: t.targets, needs: ["results.read", "targets.assign"] },
      { href: paths.campaigns(), label: t.campaigns, needs: ["results.read"] },
      { href: paths.cases(), label: t.cases, needs: ["cases.read", "cases.readOwn"] },
      { href: paths.imports(), label: t.imports, needs: ["results.import", "results.importHistory"] },
      { href: paths.ballots(), label: t.ballots, needs: [] },
      { href: paths.views(), label: t.views, needs: [] },
    ],
    [
      { href: paths.agencies(), label: t.agencies, needs: [] },
      { href: paths.periods(), label: t.periods, needs: [] },
      { href: paths.users(), label: t.users, needs: ["users.manage"] },
      { href: paths.audit(), label: t.audit, needs: ["audit.read", "users.manage"] },
    ],
  ];
}

/** What this person may open; what they may not is not shown. */
export function Navigation({ actor, locale, path }: { actor: Actor; locale: Locale; path: string }) {
  const isShown = ({ needs }: Entry) =>
    needs.length === 0 || needs.some((permission) => canSomewhere(actor, permission));
  return (
    <nav aria-label={shellText[locale].navigation} className="grid gap-3">
      {groups(locale).map((entries) => (
        <ul key={entries[0]?.href} className="grid gap-0.5 border-line not-first:border-t not-first:pt-3">
          {entries.filter(isShown).map(({ href, label }) => (
            <li key={href}>
              <a
                className="block rounded-control px-3 py-1.5 text-ink-2 no-underline hover:text-ink aria-[current]:bg-card aria-[current]:font-semibold aria-[current]:text-ink"
                href={href}
                aria-current={path.split(/[?/]/)[1] === href.slice(1) ? "page" : undefined}
              >
                {label}
              </a>
            </li>
          ))}
        </ul>
      ))}
    </nav>
  );
}
