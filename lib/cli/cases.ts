import { createReadStream } from "node:fs";
import type { Command } from "commander";
import { importCaseFile } from "@/lib/cases/imports/queries";
import type { CaseImportReport } from "@/lib/cases/imports/types";
import { Failure } from "@/lib/core/failure";
import { generateCases } from "@/prisma/seed/cases/generate";
import { loadCases } from "@/prisma/seed/cases/load";
import { actorOfLogin } from "./people";
import { findGivenFile, operator, say } from "./terminal";

/** `cases …`: files of cases and events, and an illustrative register of any size. */
export function addCaseCommands(program: Command): void {
  const cases = program.command("cases").description("Sổ thụ lý thi hành án / The case register");
  cases
    .command("import")
    .description(
      "Nhập việc hoặc sự kiện từ tệp CSV (docs/case-files.md) / Import cases or events from a CSV file",
    )
    .argument("<file>", "tệp CSV / CSV file")
    .option("--dry-run", "chỉ kiểm tra, không ghi / check only")
    .option("--illustrative", "đánh dấu là số liệu minh họa / mark as illustrative")
    .option("--as <login>", "nhập với quyền của người này / the user who imports")
    .action(importFile);
  cases
    .command("generate")
    .description("Sinh sổ minh họa / Generate an illustrative register")
    .requiredOption("--cases <number>", "số việc / how many cases")
    .option("--seed <number>", "hạt giống / seed", "1")
    .action(generate);
}

type Given = { dryRun?: true; illustrative?: true; as?: string };

async function importFile(file: string, { dryRun, illustrative, as }: Given): Promise<void> {
  const actor = as === undefined ? operator : await actorOfLogin(as);
  const chunks = createReadStream(findGivenFile(file), { encoding: "utf8", highWaterMark: 1_000_000 });
  let told = 0;
  const progress = (done: number, of: number | null) => {
    if (done - told < 50_000) return;
    told = done;
    say(of === null ? `… đã đọc / read ${done}` : `… đã ghi / written ${done} / ${of}`);
  };
  const report = await importCaseFile(actor, {
    ...{ chunks, fileName: file, progress },
    ...{ dryRun: dryRun ?? false, illustrative: illustrative ?? false },
  });
  sayReport(report);
  if (report.issueCount > 0) throw stillWrong;
}

const stillWrong = new Failure("invalid", {
  vi: "Tệp còn lỗi phải sửa trước khi nhập; chưa ghi gì vào sổ.",
  en: "The file has errors to correct before it can be imported; nothing was written.",
});

function sayReport({ issues, issueCount, rows, accepted, dryRun }: CaseImportReport): void {
  for (const { row, column, value, message } of issues) {
    const place = [row === null ? null : `dòng ${row}`, column, value === null ? null : `«${value}»`];
    say(`${place.filter((part) => part !== null).join(" ")}: ${message}`);
  }
  if (issueCount > issues.length) say(`… ${issueCount - issues.length} vấn đề khác / more`);
  say(`${dryRun ? "Sẽ nhận / Would accept" : "Đã nhận / Accepted"}: ${accepted} / ${rows} dòng`);
}

async function generate({ cases, seed }: { cases: string; seed: string }): Promise<void> {
  if (!/^[1-9]\d{0,7}$/.test(cases) || !/^\d{1,9}$/.test(seed))
    throw new Failure("invalid", {
      vi: "--cases và --seed phải là số nguyên dương.",
      en: "--cases and --seed must be positive whole numbers.",
    });
  const url = process.env.DATABASE_URL ?? "";
  const made = await loadCases(url, generateCases(Number(cases), Number(seed)), (done) =>
    say(`… ${done} / ${cases}`),
  );
  say(`Đã sinh / Generated: ${made.cases} việc, ${made.events} sự kiện (minh họa / illustrative)`);
}
