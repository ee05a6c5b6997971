import { type Random, streamFor } from "../demo/prng";
import type { HistoryAgency } from "./agencies";
import type { Climate } from "./climate";
import { count } from "./draws";

/** Open files at a moment: eligible and not done, and not yet eligible (column 15). */
export type OpenFiles = { undone: number; notYet: number };

/** What happened to the files of one agency in one month; whole numbers, not cumulated. */
export type CaseMonth = Record<
  "newly" | "newlyEligible" | "entrusted" | "withdrawn" | "pulled" | "lapsed" | "revived" | "done",
  number
>;
/** A year of files: its months, what was open at its start and is at its end, and the separate register. */
export type CaseYear = { months: CaseMonth[]; opening: OpenFiles; closing: OpenFiles; register: number };

/** Yearly shares of the agency's size. */
const SHARE = { newly: 0.64, entrusted: 0.037, withdrawn: 0.0015, pulled: 0.003 } as const;

/** An agency at rest: about what the nation carried from 2022 to 2023. */
export function restingFiles({ size }: HistoryAgency): OpenFiles {
  return { undone: Math.round(size * 0.14), notYet: Math.max(2, Math.round(size * 0.2)) };
}

/** Files come in, leave, change group and are finished, month by month; every file is somewhere. */
export function caseYear(
  agency: HistoryAgency,
  opening: OpenFiles,
  climate: Climate,
  stream: string,
  seed: number,
): CaseYear {
  const random = streamFor(seed, `cases ${stream}`);
  let open = opening;
  const months = climate.intake.map((intake, index) => {
    const month = caseMonth(agency, open, { climate, index, intake }, random);
    open = after(open, month);
    return month;
  });
  const register = count(random, open.notYet * climate.register, Math.floor(open.notYet / 3));
  return { months, opening, closing: open, register };
}

type Season = { climate: Climate; index: number; intake: number };

function caseMonth(
  { size, isProvince }: HistoryAgency,
  open: OpenFiles,
  { climate, index, intake }: Season,
  random: Random,
): CaseMonth {
  const factor = (list: readonly number[]) => list[index] ?? 0;
  const leaving = size * factor(climate.leaving);
  const newly = count(random, size * SHARE.newly * intake, size);
  const newlyEligible = count(random, newly * climate.newlyEligible.cases, newly);
  const stock = open.undone + newlyEligible;
  const most = Math.floor(stock / 6);
  const entrusted = count(random, leaving * SHARE.entrusted, most);
  const withdrawn = count(random, leaving * SHARE.withdrawn, most);
  const pulled = isProvince ? 0 : count(random, leaving * SHARE.pulled, most);
  const lapsed = count(random, stock * factor(climate.lapse), most);
  const revived = count(random, open.notYet * factor(climate.revival), Math.floor(open.notYet / 2));
  const workable = stock - entrusted - withdrawn - pulled - lapsed;
  const done = count(random, workable * factor(climate.hazard.cases), workable - 1);
  return { newly, newlyEligible, entrusted, withdrawn, pulled, lapsed, revived, done };
}

function after({ undone, notYet }: OpenFiles, month: CaseMonth): OpenFiles {
  const left = month.entrusted + month.withdrawn + month.pulled + month.lapsed + month.done;
  return {
    undone: undone + month.newlyEligible + month.revived - left,
    notYet: notYet + month.newly - month.newlyEligible + month.lapsed - month.revived,
  };
}
