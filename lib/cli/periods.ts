import type { Command } from "commander";
import { Failure } from "@/lib/core/failure";
import { type Period, periodKey } from "@/lib/core/period";
import { periodOperations } from "@/lib/periods/operations";
import { listPeriods } from "@/lib/periods/queries";
import { YEARS } from "@/lib/periods/types";
import { operator, run, say, sayTable } from "./terminal";

type Given = { year: string; month: string };
type ForAgency = Given & { agency?: string; reason?: string; until?: string };

/** `period …`: open, close and lock for all; with an agency, reopen for that one. */
export function addPeriodCommands(program: Command): void {
  const period = program.command("period").description("Kỳ báo cáo / Periods");
  periodCommand(period, "open", "Mở kỳ, hoặc mở lại cho một cơ quan / Open, or reopen for one agency")
    .option("--agency <code>", "chỉ cơ quan này / this agency only")
    .option("--reason <reason>", "lý do mở lại / why it is reopened")
    .option("--until <day>", "mở lại đến hết ngày YYYY-MM-DD / until the end of")
    .action(openPeriod);
  periodCommand(period, "close", "Khép kỳ, hoặc kết thúc mở lại / Close, or end a reopening")
    .option("--agency <code>", "chỉ cơ quan này / this agency only")
    .action(closePeriod);
  periodCommand(period, "lock", "Khóa sổ, không mở lại được / Lock for good").action(lockPeriod);
  period
    .command("list")
    .description("Mười hai kỳ của một năm / The twelve periods of a year")
    .requiredOption("--year <year>", "năm thống kê / statistical year")
    .action(printPeriods);
}

function periodCommand(group: Command, name: string, description: string): Command {
  return group
    .command(name)
    .description(description)
    .requiredOption("--year <year>", "năm thống kê / statistical year")
    .requiredOption("--month <month>", "1–12, lũy kế từ tháng 10 / cumulative from October");
}

async function openPeriod({ year, month, agency, reason, until }: ForAgency): Promise<void> {
  if ((agency === undefined) !== (reason === undefined) || (agency === undefined) !== (until === undefined)) {
    throw new Failure("invalid", {
      vi: "Mở lại cho một cơ quan cần đủ --agency, --reason và --until.",
      en: "Reopening for one agency needs --agency, --reason and --until together.",
    });
  }
  if (agency === undefined || reason === undefined || until === undefined) {
    await run(periodOperations.setStatus, { year, month, status: "OPEN" });
    say(`Đã mở kỳ / Opened period: ${keyOf({ year, month })}`);
    return;
  }
  await run(periodOperations.reopen, { agency, year, month, reason, until });
  say(`Đã mở lại cho ${agency} đến hết ${until} / Reopened period: ${keyOf({ year, month })}`);
}

async function closePeriod({ year, month, agency }: ForAgency): Promise<void> {
  if (agency === undefined) await run(periodOperations.setStatus, { year, month, status: "CLOSED" });
  else await run(periodOperations.endReopening, { agency, year, month });
  const whose = agency === undefined ? "" : ` cho ${agency}`;
  say(`Đã khép kỳ${whose} / Closed period: ${keyOf({ year, month })}`);
}

async function lockPeriod({ year, month }: Given): Promise<void> {
  const { locked } = await run(periodOperations.setStatus, { year, month, status: "LOCKED" });
  say(`Đã khóa sổ, ${locked} báo cáo / Locked period: ${keyOf({ year, month })}`);
}

async function printPeriods({ year }: { year: string }): Promise<void> {
  const wanted = Number(year);
  const periods =
    wanted >= YEARS.first && wanted <= YEARS.last && Number.isInteger(wanted)
      ? await listPeriods(operator, wanted)
      : [];
  if (periods.length === 0) {
    const [vi, en] = [`Không có năm thống kê ${year}.`, `There is no statistical year ${year}.`];
    throw new Failure("not-found", { vi, en });
  }
  const rows = periods.map(({ status, lastDay, deadlines, reopenings, ...period }) => [
    periodKey(period),
    status,
    `→ ${lastDay}`,
    `Chi cục ${deadlines.DISTRICT?.day ?? "–"}`,
    `Cục ${deadlines.PROVINCE?.day ?? "–"}`,
    reopenings.map(({ agency, until }) => `${agency} → ${until}`).join(", "),
  ]);
  sayTable(rows);
}

function keyOf({ year, month }: Given): string {
  const period: Period = { year: Number(year), month: Number(month) };
  return periodKey(period);
}
