import type { Command } from "commander";
import { Failure } from "@/lib/core/failure";
import type { Comparison } from "@/lib/metrics/target";
import { setTargets } from "@/lib/targets/operations";
import { listTargets } from "@/lib/targets/queries";
import type { TargetInForce } from "@/lib/targets/types";
import { operator, run, say, sayTable } from "./terminal";

type Given = { agency: string; year: string; cases?: string; money?: string; source?: string };

/** `targets …`: what an agency is asked to reach. */
export function addTargetCommands(program: Command): void {
  const targets = program.command("targets").description("Chỉ tiêu / Targets");
  const form = "above|atLeast|equal:83.00, higherThanBaseline";
  targets
    .command("set")
    .description("Giao chỉ tiêu / Assign targets")
    .requiredOption("--agency <code>", "mã cơ quan / agency code")
    .requiredOption("--year <year>", "năm thống kê / statistical year")
    .option("--cases <target>", `về việc / cases: ${form}`)
    .option("--money <target>", `về tiền / money: ${form}`)
    .option("--source <source>", "văn bản giao / the document that assigns it")
    .action(assignTargets);
  targets
    .command("list")
    .description("Chỉ tiêu của năm, toàn quốc và từng tỉnh / Targets of a year")
    .requiredOption("--year <year>", "năm thống kê / statistical year")
    .action(printTargets);
}

async function assignTargets({ agency, year, cases, money, source }: Given): Promise<void> {
  await run(setTargets, {
    agency,
    year,
    source,
    ...(cases !== undefined && { R_C: lineOf(cases) }),
    ...(money !== undefined && { R_M: lineOf(money) }),
  });
  const made = [cases && `R_C ${cases}`, money && `R_M ${money}`].filter(Boolean).join(", ");
  say(`Đã giao chỉ tiêu / Set targets: ${agency} ${year} ${made}`);
}

function lineOf(text: string): { comparison: Comparison; pct?: string } {
  const [comparison = "", pct] = text.split(":");
  // An unknown comparison is refused by the operation, which lists those there are.
  return { comparison: comparison as Comparison, ...(pct !== undefined && { pct }) };
}

async function printTargets({ year }: { year: string }): Promise<void> {
  if (!/^\d{4}$/.test(year)) {
    throw new Failure("invalid", { vi: `${year} không phải một năm.`, en: `${year} is no year.` });
  }
  const all = await listTargets(operator, Number(year));
  const rows = all.map(({ agency, lines, name }) => [agency, inWords(lines.R_C), inWords(lines.R_M), name]);
  sayTable([["", "R_C", "R_M", ""], ...rows]);
  say(`${all.length} cơ quan / agencies`);
}

function inWords(line: TargetInForce | null): string {
  if (!line) return "–";
  const target = line.pct === null ? line.comparison : `${line.comparison}:${line.pct}`;
  return line.inheritedFrom === null ? target : `${target} (${line.inheritedFrom})`;
}
