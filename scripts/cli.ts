import path from "node:path";
import { runCli } from "@/lib/cli/program";
import { explain } from "./explain";

const dataDir = path.resolve(process.env.DATA_DIR ?? ".data");

/** Ends the process when everything said was taken: a pipe takes long answers piece by piece. */
function end(code: number): void {
  process.stdout.write("", () => process.exit(code));
}

runCli(process.argv.slice(2)).then(end, (error: unknown) => {
  process.stderr.write(`✗ ${explain(error, { port: 0, dataDir })}\n`);
  end(1);
});
