import { EVENT_SLUGS } from "@/lib/agencies/form/schema";
import type { EventKind } from "@/lib/agencies/types";
import type { Actor } from "@/lib/auth/actor";
import { canSomewhere } from "@/lib/auth/permissions";
import type { Locale } from "@/lib/core/locale";
import { EVENT_TITLES, eventsText } from "@/lib/i18n/agency-events";
import { paths } from "@/lib/paths";

type Props = { actor: Actor; agency?: string; locale: Locale };

const OF_ONE: readonly EventKind[] = ["RENAME", "MOVE", "MERGE", "SPLIT", "ABOLISH"];
const OF_NONE: readonly EventKind[] = ["FOUND", "MERGE"];

/** The ways to the forms that record a change of organisation, for whoever may. */
export function AgencyChanges({ actor, agency, locale }: Props) {
  if (!canSomewhere(actor, "agencies.manage")) return null;
  const t = eventsText[locale];
  return (
    <nav aria-label={t.record} className="no-print mb-5 flex flex-wrap gap-2">
      {(agency === undefined ? OF_NONE : OF_ONE).map((kind) => (
        <a
          key={kind}
          className="button"
          href={paths.agencyEvent(EVENT_SLUGS[kind], {
            [kind === "MERGE" ? "predecessor" : "agency"]: agency,
          })}
        >
          {EVENT_TITLES[kind][locale]}
        </a>
      ))}
    </nav>
  );
}
