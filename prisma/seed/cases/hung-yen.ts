import { addDays } from "@/lib/core/day";
import { firstDay } from "@/lib/core/period";
import { streamFor } from "../demo/prng";
import { readHungYen2021 } from "../reference";
import type { ReportSeed } from "../types";
import { livesOf } from "./lives";
import { withMoney } from "./money";
import type { SeedCase } from "./types";

const YEAR = 2021;
const SEED = 20_210_930;
const COURTS = [
  "Tòa án nhân dân tỉnh Hưng Yên",
  "Tòa án nhân dân khu vực minh họa",
  "Tòa án nhân dân cấp cao minh họa",
];
const CATEGORIES = [
  "OTHER",
  "OTHER",
  "STATE_BUDGET",
  "OTHER",
  "CREDIT",
  "OTHER",
  "STATE_BUDGET",
  "OTHER",
] as const;

/**
 * A register of Hưng Yên whose forms are the twelve months of 2021, cell by cell: lives first (which case stands where at
 * each month's end), then money (what each case may weigh, the rest on a few large cases). All of it is invented.
 */
export function hungYenCases(): SeedCase[] {
  const reports = readHungYen2021();
  const agencies = [...new Set(reports.map(({ agency }) => agency))];
  return agencies.flatMap((agency) =>
    casesOf(
      agency,
      reports.filter((report) => report.agency === agency),
    ),
  );
}

function casesOf(agency: string, reports: readonly ReportSeed[]): SeedCase[] {
  const months = [...reports].sort((a, b) => a.month - b.month).map(({ figures }) => figures);
  const random = streamFor(SEED, agency);
  const lives = withMoney(
    livesOf(months.map(({ cases }) => cases)),
    months.map(({ money }) => money),
    random,
  );
  return lives.map((life, at): SeedCase => {
    const [first] = life.events;
    const entered = first?.day ?? firstDay(YEAR);
    const received = addDays(entered, -(2 + (at % 5)));
    return {
      ...{
        agency,
        year: Number(entered.slice(0, 4)),
        number: at + 1,
        amount: life.amount,
        urgency: "NORMAL",
      },
      initiative: at % 9 < 4 ? "EX_OFFICIO" : "ON_REQUEST",
      category: at % 97 === 0 ? "CORRUPTION_ECONOMIC" : (CATEGORIES[at % CATEGORIES.length] ?? "OTHER"),
      court: COURTS[at % COURTS.length] ?? "",
      ...{
        judgmentDate: addDays(received, -40),
        receivedOn: received,
        decisionDate: entered,
        decisionDue: addDays(received, 7),
      },
      obligation: life.amount === 0n ? "Nghĩa vụ không phải tiền (minh họa)" : "Nghĩa vụ trả tiền (minh họa)",
      officer: officerOf(agency, at),
      debtor: `Người phải thi hành án ${at + 1} (minh họa)`,
      creditor: at % 9 < 4 ? null : `Người được thi hành án ${at + 1} (minh họa)`,
      events: life.events,
    };
  });
}

/** Only Văn Lâm has officers with accounts in the demonstration. */
function officerOf(agency: string, at: number): string | null {
  if (agency !== "cc-325") return null;
  return at % 3 === 0 ? "vanlam.chv" : "vanlam.chv2";
}
