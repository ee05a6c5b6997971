import { ActionForm } from "@/components/ui/action-form";
import type { Participation, Registration } from "@/lib/campaigns/activities/types";
import { registerAction, unregisterAction } from "@/lib/campaigns/registrations/actions";
import type { Campaign } from "@/lib/campaigns/types";
import type { Locale } from "@/lib/core/locale";
import { activityText } from "@/lib/i18n/activities";

/** More than so many are folded. */
const FEW = 5;

type Props = { found: Participation; campaign: Campaign; locale: Locale };

/** Who registered with which commitments, where one registers, and who has not. */
export function Registrations({ found, campaign, locale }: Props) {
  const t = activityText[locale];
  const { registrations, idle, taking, own } = found;
  const current = registrations.filter(({ isWithdrawn, person }) => !isWithdrawn && person === "");
  const isOpen = campaign.state === "ISSUED" || campaign.state === "RUNNING";
  const { code, startsOn } = campaign;
  return (
    <section className="card mb-5 grid gap-3" aria-labelledby="registrations">
      <div>
        <h2 id="registrations">{t.registrations}</h2>
        <p className="text-ink-2">{t.registeredOf(current.length, taking)}</p>
      </div>
      {registrations.length > 0 && (
        <details open={registrations.length <= FEW}>
          <summary>{t.commitments}</summary>
          <ul className="mt-2 grid gap-2">
            {registrations.map((each) => (
              <li
                key={`${each.agency} ${each.person}`}
                className="flex flex-wrap items-start justify-between gap-3"
              >
                <Commitment registration={each} locale={locale} />
                {isOpen && !each.isWithdrawn && own.some(({ agency }) => agency === each.agency) && (
                  <ActionForm
                    action={unregisterAction}
                    submit={t.withdraw}
                    done={t.withdrawn}
                    locale={locale}
                    fields={[
                      { name: "code", label: "code", type: "hidden", value: code },
                      { name: "startsOn", label: "startsOn", type: "hidden", value: startsOn },
                      { name: "agency", label: t.agency, type: "hidden", value: each.agency },
                      { name: "person", label: t.person, type: "hidden", value: each.person },
                    ]}
                  />
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
      {isOpen && own.length > 0 && (
        <details className="no-print">
          <summary className="font-semibold">{t.register}</summary>
          <div className="mt-3">
            <ActionForm
              action={registerAction}
              submit={t.register}
              done={t.registered}
              locale={locale}
              fields={[
                { name: "code", label: "code", type: "hidden", value: code },
                { name: "startsOn", label: "startsOn", type: "hidden", value: startsOn },
                {
                  ...{ name: "agency", label: t.agency, type: "select" },
                  options: own.map((each) => ({ value: each.agency, label: each.name })),
                },
                { name: "person", label: t.person },
                { name: "commitments", label: t.commitments, isRequired: true },
              ]}
            />
          </div>
        </details>
      )}
      {idle.length > 0 && (
        <details>
          <summary>{t.idle(idle.length)}</summary>
          <p className="mt-2 columns-1 text-sm text-ink-2 md:columns-2">
            {idle.map(({ name }) => name).join("; ")}
          </p>
        </details>
      )}
    </section>
  );
}

function Commitment({ registration, locale }: { registration: Registration; locale: Locale }) {
  const t = activityText[locale];
  const { agencyName, person, commitments, isWithdrawn } = registration;
  return (
    <div className="min-w-0 flex-1 basis-64">
      <b>{agencyName}</b>, {person || t.wholeAgency}
      {isWithdrawn && <span className="chip ml-2">{t.isWithdrawn}</span>}
      <p className="break-words text-ink-2">{commitments}</p>
    </div>
  );
}
