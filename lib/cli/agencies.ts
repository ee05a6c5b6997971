import type { Command } from "commander";
import { recordAgencyEvent } from "@/lib/agencies/operations";
import { getOrganisation } from "@/lib/agencies/queries";
import { agenciesAsOf } from "@/lib/agencies/rules";
import { now } from "@/lib/clock";
import { dayOfInstant, isDay } from "@/lib/core/day";
import { Failure } from "@/lib/core/failure";
import { readGivenFile, run, say, sayTable } from "./terminal";

/** `agencies …`: the organisation as of a day, and recorded changes of it. */
export function addAgencyCommands(program: Command): void {
  const agencies = program.command("agencies").description("Cơ quan / Agencies");
  agencies
    .command("list")
    .description("Cơ quan có ở một ngày / Agencies as of a day")
    .option("--as-of <day>", "ngày YYYY-MM-DD, mặc định hôm nay / today when not given")
    .action(printAgencies);
  agencies
    .command("event")
    .description("Ghi một thay đổi tổ chức từ tệp JSON / Record a change of organisation from a JSON file")
    .requiredOption("--file <file>", "kind: RENAME, MOVE, ABOLISH, FOUND, MERGE, SPLIT")
    .action(recordEvent);
}

async function printAgencies({ asOf }: { asOf?: string }): Promise<void> {
  const wanted = asOf ?? dayOfInstant(now());
  if (!isDay(wanted)) {
    throw new Failure("invalid", {
      vi: `--as-of phải là một ngày có thật, dạng YYYY-MM-DD, không phải ${wanted}.`,
      en: `--as-of must be a day YYYY-MM-DD, not ${wanted}.`,
    });
  }
  const agencies = agenciesAsOf(await getOrganisation(), wanted);
  const rows = agencies.map(({ code, kind, parent, name }) => [code, kind, parent ?? "–", name]);
  sayTable(rows);
  say(`${agencies.length} cơ quan ngày ${wanted} / agencies on ${wanted}`);
}

async function recordEvent({ file }: { file: string }): Promise<void> {
  const input = parseJson(file, readGivenFile(file).toString("utf8"));
  // What the file holds is unknown until the operation parses it, strictly.
  const { eventId } = await run(recordAgencyEvent, input as never);
  say(`Đã ghi thay đổi tổ chức / Recorded event: ${eventId}`);
}

function parseJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Failure("invalid", { vi: `Tệp ${file} không phải JSON.`, en: `${file} is not JSON.` });
  }
}
