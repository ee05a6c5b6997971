import * as audit from "./checks-audit";
import * as code from "./checks-code";
import * as layout from "./checks-layout";
import type { Check } from "./source-tree";

type Planted = { path: string; text: string };

/** A check with files that it must refuse and files that it must let pass. */
export type Convention = {
  name: string;
  check: Check;
  refused: readonly Planted[];
  allowed: readonly Planted[];
};

const lines = (count: number) => "export const line = 1;\n".repeat(count);

export const conventions: readonly Convention[] = [
  {
    name: "a domain of lib holds only its eight file names, and nobody has a junk drawer",
    check: layout.domainVocabulary,
    refused: [
      { path: "lib/planted/helper.ts", text: "" },
      { path: "lib/planted/index.ts", text: "" },
      { path: "lib/core/utils.ts", text: "" },
      { path: "components/planted/constants.tsx", text: "" },
      { path: "lib/planted/one/two/rules.ts", text: "" },
    ],
    allowed: [
      { path: "lib/planted/operations.ts", text: "" },
      { path: "lib/planted/deeper/commands.ts", text: "" },
      { path: "lib/core/planted.ts", text: "" },
      { path: "lib/paths.ts", text: "" },
    ],
  },
  {
    name: "app/ holds only route files",
    check: layout.routeFilesOnly,
    refused: [{ path: "app/planted/table.tsx", text: "" }],
    allowed: [
      { path: "app/(app)/planted/[agency]/page.tsx", text: "" },
      { path: "app/api/planted/route.ts", text: "" },
    ],
  },
  {
    name: "a page has at most 40 lines",
    check: layout.shortPages,
    refused: [{ path: "app/planted/page.tsx", text: lines(41) }],
    allowed: [{ path: "app/planted/page.tsx", text: lines(40) }],
  },
  {
    name: "a file has at most 250 lines",
    check: layout.shortFiles,
    refused: [{ path: "lib/core/planted.ts", text: lines(251) }],
    allowed: [{ path: "lib/core/planted.ts", text: lines(250) }],
  },
  {
    name: '"use server" stands in actions.ts only',
    check: code.useServerOnlyInActions,
    refused: [
      { path: "lib/planted/commands.ts", text: '"use server";\n' },
      { path: "app/planted/page.tsx", text: 'async function save() {\n  "use server";\n}\n' },
    ],
    allowed: [{ path: "lib/planted/actions.ts", text: '"use server";\n' }],
  },
  {
    name: "every export of actions.ts is defineAction(…)",
    check: code.actionsAreDefined,
    refused: [
      { path: "lib/planted/actions.ts", text: '"use server";\nexport async function save() {}\n' },
      { path: "lib/planted/actions.ts", text: '"use server";\nexport const save = async () => 1;\n' },
      { path: "lib/planted/actions.ts", text: '"use server";\nexport { save } from "./commands";\n' },
      { path: "lib/planted/actions.ts", text: "export const save = defineAction(saveReport);\n" },
    ],
    allowed: [
      {
        path: "lib/planted/actions.ts",
        text: '"use server";\nexport const save = defineAction(saveReport);\n',
      },
    ],
  },
  {
    name: "every command that writes calls the audit",
    check: audit.commandsAudit,
    refused: [
      {
        path: "lib/planted/commands.ts",
        text: "export async function save({ tx }: WriteContext) {\n  await tx.target.create({ data });\n}\n",
      },
      {
        path: "lib/planted/commands.ts",
        text: 'import { putRows } from "../other/commands";\nexport async function save(context: WriteContext) {\n  await context.tx.target.create({ data });\n  await putRows(context.tx);\n}\n',
      },
      {
        path: "lib/planted/commands.ts",
        text: "async function put(tx: Tx) {\n  await tx.$executeRaw`UPDATE`;\n}\nexport async function save(c: WriteContext) {\n  await put(c.tx);\n}\n",
      },
    ],
    allowed: [
      {
        path: "lib/planted/commands.ts",
        text: "export async function putRows(tx: Tx) {\n  await tx.target.create({ data });\n}\n",
      },
      {
        path: "lib/planted/commands.ts",
        text: "export async function save(context: WriteContext) {\n  await context.tx.target.create({ data });\n  await context.audit(line);\n}\n",
      },
      {
        path: "lib/planted/commands.ts",
        text: 'import { saveReport } from "@/lib/results/commands";\nexport async function save(context: WriteContext) {\n  await context.tx.importRun.create({ data });\n  await saveReport(context, input);\n}\n',
      },
    ],
  },
  {
    name: "the clock and chance are asked in lib/clock.ts only",
    check: code.clockInOneFile,
    refused: [
      { path: "lib/planted/commands.ts", text: "const now = new Date();\n" },
      { path: "components/planted/clock.tsx", text: "const now = Date.now();\n" },
      { path: "lib/core/planted.ts", text: "const chance = Math.random();\n" },
    ],
    allowed: [
      { path: "lib/clock.ts", text: "const now = new Date();\n" },
      { path: "lib/planted/view.ts", text: "const day = new Date(0);\n" },
    ],
  },
  {
    name: "raw HTML is written by components/ui/handed-markup.tsx only",
    check: code.rawHtmlInOneFile,
    refused: [
      {
        path: "components/planted/note.tsx",
        text: "const x = <p dangerouslySetInnerHTML={{ __html: note }} />;\n",
      },
      {
        path: "components/planted/note.tsx",
        text: "const props = { dangerouslySetInnerHTML: { __html: note } };\n",
      },
    ],
    allowed: [
      {
        path: "components/ui/handed-markup.tsx",
        text: "const x = <p dangerouslySetInnerHTML={{ __html: rows }} />;\n",
      },
    ],
  },
  {
    name: "no component has a style attribute",
    check: code.noStyleAttributes,
    refused: [{ path: "components/planted/bar.tsx", text: 'const x = <p style={{ width: "1px" }} />;\n' }],
    allowed: [
      { path: "components/planted/bar.tsx", text: 'const x = <rect width="1" className="bar" />;\n' },
    ],
  },
  {
    name: "configuration is read in the named files",
    check: code.environmentInNamedFiles,
    refused: [{ path: "lib/planted/rules.ts", text: "const x = process.env.PLANTED;\n" }],
    allowed: [{ path: "lib/db/client.ts", text: "const x = process.env.DATABASE_URL;\n" }],
  },
  {
    name: "pg is imported below Prisma only",
    check: code.driverInNamedFiles,
    refused: [{ path: "lib/planted/queries.ts", text: 'import pg from "pg";\n' }],
    allowed: [{ path: "lib/db/planted.ts", text: 'import pg from "pg";\n' }],
  },
  {
    name: "an actor is made in lib/auth only",
    check: code.actorsAreMadeInAuth,
    refused: [{ path: "app/planted/page.tsx", text: "const actor = {} as Actor;\n" }],
    allowed: [{ path: "lib/auth/queries.ts", text: "const actor = {} as Actor;\n" }],
  },
  {
    name: "SQL binds its values",
    check: code.sqlBindsValues,
    refused: [
      { path: "lib/planted/queries.ts", text: "await tx.$queryRawUnsafe(sql);\n" },
      {
        path: "lib/planted/queries.ts",
        text: "const by = (name) => tx.$queryRawUnsafe('SELECT ' + name);\n",
      },
    ],
    allowed: [
      { path: "lib/planted/queries.ts", text: "await tx.$queryRaw`SELECT 1`;\n" },
      {
        path: "lib/planted/queries.ts",
        text: 'const sql = "SELECT $1";\nawait tx.$queryRawUnsafe(sql, one);\n',
      },
    ],
  },
];
