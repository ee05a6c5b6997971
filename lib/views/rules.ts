import { Failure, type FailureCode } from "@/lib/core/failure";
import { viewsText } from "@/lib/i18n/views";
import { paths } from "@/lib/paths";
import { MOST_VIEWS, type SavedView, type ViewRefusal } from "./types";

/** Every page whose address may be kept; made from the product's own paths, so that none is spelled twice. */
const pages: readonly RegExp[] = [
  ...[paths.overview(), paths.signals()],
  ...[paths.work(), paths.reviews(), paths.completeness(), paths.results(), paths.targets()],
  ...[paths.agencies(), paths.periods(), paths.users(), paths.audit(), paths.imports(), paths.digest()],
  ...[paths.entry("AGENCY", 1111, 22), paths.review("AGENCY", 1111, 22), paths.summary("AGENCY", 1111, 22)],
  ...[paths.proof("AGENCY", 1111, 22), paths.agency("AGENCY"), paths.targetSet(1111)],
].map(patternOf);

function patternOf(sample: string): RegExp {
  const pattern = sample.replace("AGENCY", "[a-z0-9][a-z0-9-]{0,63}").replace("1111", "\\d{4}");
  return new RegExp(`^${pattern.replace("22", "\\d{1,2}")}$`);
}

/**
 * The address of one of our own pages, without a fragment; null for anything else, an address of somebody else's above
 * all. Example: "//evil.example/ket-qua" is null.
 */
export function ownPage(text: string): string | null {
  // A browser drops control characters and takes a backslash for a slash: neither belongs into an address of ours.
  if (!/^\/(?!\/)[\x21-\x5b\x5d-\x7e]*$/.test(text) || text.length > 1000) return null;
  const [pathname = "", query] = text.replace(/#.*$/, "").split(/\?(.*)/s);
  if (!pages.some((page) => page.test(pathname))) return null;
  return query ? `${pathname}?${query}` : pathname;
}

const periodNames = ["year", "month", "asOf", "ngay"];

/** The same page without its period, so that it always opens with the newest. */
export function atNewest(path: string): string {
  const [pathname = "", query = ""] = path.split("?");
  const kept = [...new URLSearchParams(query)].filter(([name]) => !periodNames.includes(name));
  return kept.length === 0 ? pathname : `${pathname}?${new URLSearchParams(kept)}`;
}

/** Refuses what one person may not keep beside what they have. */
export function assertCanSave(views: readonly SavedView[], name: string): void {
  if (views.length >= MOST_VIEWS) refuse("precondition", "full");
  assertNameIsFree(views, name);
}

/** Two views of the same name could not be told apart. */
export function assertNameIsFree(views: readonly Pick<SavedView, "name">[], name: string): void {
  if (views.some((view) => view.name === name)) refuse("invalid", "nameTaken");
}

/** Refuses with a word that the page turns into its sentence. */
export function refuse(code: FailureCode, reason: ViewRefusal): never {
  const text = { vi: viewsText.vi.refusals[reason], en: viewsText.en.refusals[reason] };
  throw new Failure(code, text, { details: { reason } });
}

/** Why a request was refused, in a word for the page's address. */
export function refusalReason({ details, fields }: Failure): ViewRefusal {
  const named = (details as { reason?: ViewRefusal } | undefined)?.reason;
  return named ?? (fields?.path ? "foreignPath" : "input");
}
