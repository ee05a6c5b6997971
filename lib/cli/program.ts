import { Command, CommanderError } from "commander";
import { Failure } from "@/lib/core/failure";
import { addAgencyCommands } from "./agencies";
import { addAuditCommands } from "./audit";
import { addCaseCommands } from "./cases";
import { openDatabase } from "./database";
import { addDigestCommands } from "./digest";
import { addImportCommand } from "./imports";
import { addPeriodCommands } from "./periods";
import { addTargetCommands } from "./targets";
import { addTokenCommands } from "./tokens";
import { addUserCommands } from "./users";

/** Runs one command line and answers the exit code; a refusal is one sentence on stderr. */
export async function runCli(words: readonly string[]): Promise<number> {
  let close = async () => {};
  const program = buildProgram().hook("preAction", async () => {
    close = await openDatabase();
  });
  try {
    await program.parseAsync(words, { from: "user" });
    return 0;
  } catch (error) {
    const sentence = sentenceOf(error);
    if (sentence !== "") process.stderr.write(`✗ ${sentence}\n`);
    return error instanceof CommanderError ? error.exitCode : 1;
  } finally {
    await close();
  }
}

function buildProgram(): Command {
  const program = new Command("npm run cli --")
    .description("Quản trị Thi đua THADS từ dòng lệnh / Administer Thi đua THADS from the command line")
    .exitOverride()
    .configureOutput({ outputError: () => undefined })
    .helpOption("-h, --help", "hướng dẫn / help")
    .helpCommand(false);
  addUserCommands(program);
  addTokenCommands(program);
  addPeriodCommands(program);
  addAgencyCommands(program);
  addTargetCommands(program);
  addImportCommand(program);
  addCaseCommands(program);
  addAuditCommands(program);
  addDigestCommands(program);
  return program;
}

const usage: Readonly<Record<string, (what: string) => string>> = {
  "commander.missingMandatoryOptionValue": (what) => `Thiếu ${what} / ${what} is missing`,
  "commander.optionMissingArgument": (what) => `${what} cần một giá trị / ${what} needs a value`,
  "commander.unknownOption": (what) => `Không có tùy chọn ${what} / There is no option ${what}`,
  "commander.unknownCommand": (what) => `Không có lệnh ${what} / There is no command ${what}`,
};

/** One sentence in both languages; empty when help was asked for; what is no refusal goes on to the caller. */
function sentenceOf(error: unknown): string {
  if (error instanceof Failure) return `${error.text.vi} / ${error.text.en}`;
  if (!(error instanceof CommanderError)) throw error;
  if (error.exitCode === 0 || error.code === "commander.help") return "";
  const what = /'([^']+)'/.exec(error.message)?.[1];
  const text = what && usage[error.code]?.(what);
  return `${text ?? error.message} (--help)`;
}
