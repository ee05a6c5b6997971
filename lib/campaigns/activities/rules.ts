import { superiorsAsOf } from "@/lib/agencies/rules";
import type { Organisation } from "@/lib/agencies/types";
import { type Day, daysBetween } from "@/lib/core/day";
import { Failure } from "@/lib/core/failure";
import { foldText } from "@/lib/core/slug";
import { activityRefusals as refusals } from "@/lib/i18n/activities";
import { participants, standsOn } from "../rules";
import type { Campaign, Line } from "../types";
import type { Activity, ActivityProgress } from "./types";

/** Words of addresses and of courtesy that one writes and another leaves out. */
const filler = new Set(
  "xa phuong thi tran huyen quan tinh thanh pho tp tx tt thon ap ban khu to so ong ba anh chi chau em ho gia dinh nha".split(
    " ",
  ),
);

/** What a text says without diacritics, marks and words that may be left out; in no order. */
function bareWords(text: string): string[] {
  const words = foldText(text)
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
  const bare = words.filter((word) => !filler.has(word));
  return [...new Set(bare.length > 0 ? bare : words)].sort();
}

function isWithin(few: readonly string[], many: readonly string[]): boolean {
  return few.every((word) => many.includes(word));
}

type Claim = Pick<
  Activity,
  "id" | "agency" | "kind" | "place" | "happenedOn" | "beneficiary" | "quantity" | "description"
> & { evidence: readonly { sha256: string }[] };

/**
 * Whether two reports seem to be of the same thing, and by what: one file serves both, or kind, place, beneficiary and
 * day say the same in other writing. Without a beneficiary day, place and quantity must agree, and one agency must use
 * the same words too: two sessions a day at one place are honest work.
 */
export function sameClaim(a: Claim, b: Claim): "evidence" | "words" | null {
  if (a.id === b.id) return null;
  const files = new Set(a.evidence.map(({ sha256 }) => sha256));
  if (b.evidence.some(({ sha256 }) => files.has(sha256))) return "evidence";
  if (a.kind !== b.kind) return null;
  const apart = Math.abs(daysBetween(a.happenedOn, b.happenedOn));
  const [placeA, placeB] = [bareWords(a.place), bareWords(b.place)];
  const [whoA, whoB] = [bareWords(a.beneficiary), bareWords(b.beneficiary)];
  if (whoA.length > 0 && whoB.length > 0) {
    const isSamePlace = isWithin(placeA, placeB) || isWithin(placeB, placeA);
    return apart <= 3 && isSamePlace && whoA.join(" ") === whoB.join(" ") ? "words" : null;
  }
  const isSameEvent = apart === 0 && placeA.join(" ") === placeB.join(" ") && a.quantity === b.quantity;
  const isSaidAlike = bareWords(a.description).join(" ") === bareWords(b.description).join(" ");
  return isSameEvent && (a.agency !== b.agency || isSaidAlike) ? "words" : null;
}

/** Refuses a report of an agency that does not take part, or of a day outside the campaign. */
export function assertReportable(
  organisation: Organisation,
  campaign: Campaign,
  { agency, happenedOn }: { agency: string; happenedOn: Day },
): void {
  if (campaign.state !== "RUNNING" && campaign.state !== "REVIEWING")
    throw new Failure("precondition", refusals.notRunning);
  if (takingPart(organisation, campaign, agency) === null)
    throw new Failure("invalid", refusals.notTaking, { fields: { agency: refusals.notTaking } });
  if (happenedOn < campaign.startsOn || happenedOn > campaign.endsOn)
    throw new Failure("invalid", refusals.outside, { fields: { happenedOn: refusals.outside } });
}

/** For whom an agency's work counts: itself when it takes part, else the nearest superior that does; null for nobody. */
export function takingPart(organisation: Organisation, campaign: Campaign, agency: string): string | null {
  const taking = new Set(participants(organisation, campaign).map(({ code }) => code));
  const chain = [agency, ...superiorsAsOf(organisation, agency, standsOn(organisation, campaign))];
  return chain.find((code) => taking.has(code)) ?? null;
}

/** How far the counted lines are: what was verified, what waits, and how many of those asked reached their number. */
export function progressOf(
  lines: readonly Line[],
  activities: readonly Pick<Activity, "kind" | "state" | "quantity" | "agency">[],
  asked: readonly string[],
  countsFor: (agency: string) => string | null,
): ActivityProgress[] {
  return lines
    .filter(({ kind }) => kind === "ACTIVITY")
    .map((line) => {
      const own = activities.filter(({ kind }) => kind === line.activity);
      const sum = (state: string, of = own) =>
        of.filter((each) => each.state === state).reduce((total, { quantity }) => total + quantity, 0n);
      const verifiedOf = new Map<string, bigint>();
      for (const each of own.filter(({ state }) => state === "VERIFIED")) {
        const node = countsFor(each.agency) ?? "";
        verifiedOf.set(node, (verifiedOf.get(node) ?? 0n) + each.quantity);
      }
      const reached = asked.filter((code) => (verifiedOf.get(code) ?? 0n) >= (line.quantity ?? 0n)).length;
      return { line, verified: sum("VERIFIED"), waiting: sum("REPORTED"), reached, asked: asked.length };
    });
}
