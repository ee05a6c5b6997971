import path from "node:path";
import { runCli } from "@/lib/cli/program";
import { explain } from "./explain";

const dataDir = path.resolve(process.env.DATA_DIR ?? ".data");

runCli(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`✗ ${explain(error, { port: 0, dataDir })}\n`);
    process.exit(1);
  },
);
