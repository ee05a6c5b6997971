import { type Command, Option } from "commander";
import { perform } from "@/lib/actions/perform";
import { Failure } from "@/lib/core/failure";
import { textOfBytes } from "@/lib/imports/bytes/rules";
import { importDraft, importHistory } from "@/lib/imports/operations";
import type { ImportReport } from "@/lib/imports/reports/types";
import { actorOfLogin } from "./people";
import { readGivenFile, say } from "./terminal";

type Given = { file: string; mode: "draft" | "final"; source?: string; dryRun?: true; as: string };

/** `import`: a CSV of figures, as one named user. */
export function addImportCommand(program: Command): void {
  program
    .command("import")
    .description("Nhập số liệu từ tệp CSV / Import figures from a CSV file")
    .requiredOption("--file <file>", "tệp CSV / CSV file")
    .addOption(
      new Option("--mode <mode>", "bản nhập của kỳ đang mở, hoặc số cuối cùng của năm đã khép")
        .choices(["draft", "final"])
        .makeOptionMandatory(),
    )
    .option("--source <source>", "nguồn số liệu, bắt buộc với final / required for final")
    .option("--dry-run", "chỉ kiểm tra, không ghi / check only")
    .requiredOption("--as <login>", "nhập với quyền của người này / the user who imports")
    .action(importFile);
}

async function importFile({ file, mode, source, dryRun, as }: Given): Promise<void> {
  const actor = await actorOfLogin(as);
  const read = textOfBytes(readGivenFile(file));
  if ("refusal" in read) throw new Failure("invalid", read.refusal);
  const isDry = dryRun ?? false;
  const input = { csv: read.text, source, dryRun: isDry };
  try {
    const report =
      mode === "draft"
        ? await perform(importDraft, actor, input)
        : await perform(importHistory, actor, input);
    sayIssues(report);
    const verb = isDry ? "Sẽ nhận / Would accept" : "Đã nhận / Accepted";
    say(`${verb}: ${report.accepted} / ${report.rows} dòng (${report.unchanged} không đổi)`);
    if (isDry && report.issues.some(({ blocks }) => blocks)) throw stillWrong;
  } catch (error) {
    if (error instanceof Failure && error.details) sayIssues(error.details as ImportReport);
    throw error;
  }
}

const stillWrong = new Failure("invalid", {
  vi: "Tệp còn lỗi phải sửa trước khi nhập.",
  en: "The file has errors to correct before it can be imported.",
});

function sayIssues({ issues, issueCount }: ImportReport): void {
  for (const { row, column, value, rule, severity, message } of issues) {
    const place = [row === null ? null : `dòng ${row}`, column, value === null ? null : `«${value}»`]
      .filter((part) => part !== null)
      .join(" ");
    say(`${severity} ${rule} ${place}: ${message}`);
  }
  if (issueCount > issues.length) say(`… ${issueCount - issues.length} vấn đề khác / more`);
}
