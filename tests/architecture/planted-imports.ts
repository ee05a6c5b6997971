/** One planted violation: the file `from` imports `to`; `files` are further files the import needs to exist. */
export type PlantedImport = { from: string; to: string; files?: Record<string, string> };

/** For every rule of .dependency-cruiser.cjs at least one import that it must refuse. */
export const plantedImports: Record<string, readonly PlantedImport[]> = {
  "nobody-imports-app": [
    { from: "lib/planted/view.ts", to: "app/planted/route.ts" },
    { from: "components/planted/table.tsx", to: "app/planted/route.ts" },
  ],
  "inner-html-from-the-template-only": [
    { from: "components/planted/table.tsx", to: "components/ui/handed-markup.tsx" },
    { from: "app/planted/page.tsx", to: "components/ui/handed-markup.tsx" },
  ],
  "app-stays-thin": [
    { from: "app/planted/page.tsx", to: "lib/planted/commands.ts" },
    { from: "app/planted/page.tsx", to: "lib/planted/operations.ts" },
    { from: "app/(app)/planted/page.tsx", to: "lib/db/client.ts" },
    { from: "app/planted/page.tsx", to: "lib/db/day.ts" },
    { from: "app/planted/page.tsx", to: "lib/actions/perform.ts" },
    { from: "app/planted/page.tsx", to: "pg" },
    { from: "app/planted/page.tsx", to: "@prisma/client" },
  ],
  "api-routes-go-through-the-door": [
    { from: "app/api/v1/planted/route.ts", to: "lib/planted/commands.ts" },
    { from: "app/api/v1/planted/route.ts", to: "lib/db/client.ts" },
    { from: "app/api/v1/planted/route.ts", to: "pg" },
  ],
  "components-see-no-server-code": [
    { from: "components/planted/table.tsx", to: "lib/planted/queries.ts" },
    { from: "components/planted/table.tsx", to: "lib/planted/commands.ts" },
    { from: "components/planted/table.tsx", to: "lib/planted/operations.ts" },
    { from: "components/planted/table.tsx", to: "lib/db/client.ts" },
    { from: "components/planted/table.tsx", to: "lib/auth/session.ts" },
    { from: "components/planted/table.tsx", to: "lib/actions/perform.ts" },
    { from: "components/planted/table.tsx", to: "server-only" },
    { from: "components/planted/table.tsx", to: "node:fs" },
  ],
  "primitives-know-no-domain": [
    { from: "components/ui/planted.tsx", to: "lib/planted/types.ts" },
    { from: "components/charts/planted.tsx", to: "components/planted/table.tsx" },
    { from: "components/charts/planted.tsx", to: "lib/paths.ts" },
  ],
  "core-depends-on-nothing": [
    { from: "lib/core/planted.ts", to: "lib/planted/types.ts" },
    { from: "lib/core/planted.ts", to: "pg" },
    { from: "lib/core/planted.ts", to: "node:fs" },
  ],
  "metrics-are-pure": [
    { from: "lib/metrics/planted.ts", to: "lib/planted/types.ts" },
    { from: "lib/metrics/planted.ts", to: "zod" },
  ],
  "form-is-pure": [
    { from: "lib/form/planted.ts", to: "lib/planted/types.ts" },
    { from: "lib/form/rules/planted.ts", to: "lib/db/client.ts" },
  ],
  "pure-files-do-no-io": [
    { from: "lib/planted/rules.ts", to: "lib/clock.ts" },
    { from: "lib/planted/schema.ts", to: "lib/planted/queries.ts" },
    { from: "lib/planted/types.ts", to: "lib/db/client.ts" },
    { from: "lib/planted/view.ts", to: "lib/auth/session.ts" },
    { from: "lib/planted/deeper/rules.ts", to: "lib/planted/commands.ts" },
    { from: "lib/planted/rules.ts", to: "next" },
    { from: "lib/planted/rules.ts", to: "node:fs" },
  ],
  "database-behind-queries-and-commands": [
    { from: "lib/planted/operations.ts", to: "lib/db/client.ts" },
    { from: "lib/planted/actions.ts", to: "lib/db/client.ts" },
    { from: "lib/planted/view.ts", to: "@prisma/client" },
    { from: "lib/paths.ts", to: "pg" },
  ],
  "commands-write-through-their-transaction": [
    { from: "lib/planted/commands.ts", to: "lib/db/client.ts" },
    { from: "lib/planted/deeper/commands.ts", to: "pg" },
  ],
  "operations-declare-commands": [
    { from: "lib/planted/operations.ts", to: "lib/planted/queries.ts" },
    { from: "lib/planted/operations.ts", to: "lib/auth/session.ts" },
    { from: "lib/planted/operations.ts", to: "next" },
  ],
  "actions-wrap-operations": [
    { from: "lib/planted/actions.ts", to: "lib/planted/commands.ts" },
    { from: "lib/planted/actions.ts", to: "lib/planted/queries.ts" },
    { from: "lib/planted/actions.ts", to: "next" },
  ],
  "commands-are-called-by-operations": [
    { from: "lib/planted/queries.ts", to: "lib/planted/commands.ts" },
    { from: "lib/cli/planted.ts", to: "lib/planted/commands.ts" },
  ],
  "exports-own-exceljs": [{ from: "lib/planted/queries.ts", to: "exceljs" }],
  "documents-own-their-writers": [
    { from: "lib/planted/queries.ts", to: "pdfkit" },
    { from: "app/api/planted/route.ts", to: "docx" },
  ],
  "charts-own-recharts": [
    {
      from: "components/planted/table.tsx",
      to: "recharts",
      files: {
        "node_modules/recharts/package.json": '{"name":"recharts","main":"index.js"}',
        "node_modules/recharts/index.js": "",
      },
    },
  ],
  "product-knows-no-tests": [{ from: "lib/planted/view.ts", to: "tests/planted.ts" }],
  "lib-knows-no-components": [{ from: "lib/planted/view.ts", to: "components/planted/table.tsx" }],
  "no-cycles": [
    {
      from: "lib/planted/types.ts",
      to: "lib/other/types.ts",
      files: {
        "lib/other/types.ts":
          'import type { Planted } from "../planted/types";\nexport type Other = Planted;\n',
      },
    },
  ],
  "no-unresolved-imports": [{ from: "lib/planted/view.ts", to: "lib/nowhere.ts" }],
};

/** What the house allows, planted the same way: a rule that refuses one of these is too wide. */
export const allowedImports: readonly PlantedImport[] = [
  { from: "app/(app)/planted/page.tsx", to: "lib/planted/queries.ts" },
  { from: "app/(app)/planted/page.tsx", to: "lib/auth/session.ts" },
  { from: "app/(app)/planted/page.tsx", to: "components/planted/table.tsx" },
  { from: "app/api/v1/planted/route.ts", to: "lib/planted/operations.ts" },
  { from: "app/api/v1/planted/route.ts", to: "lib/actions/api.ts" },
  { from: "app/api/health/ready/route.ts", to: "lib/db/client.ts" },
  { from: "components/planted/table.tsx", to: "lib/planted/actions.ts" },
  { from: "components/planted/table.tsx", to: "lib/planted/types.ts" },
  { from: "components/planted/table.tsx", to: "lib/form/columns.ts" },
  { from: "components/ui/planted.tsx", to: "lib/core/format.ts" },
  { from: "components/ui/planted.tsx", to: "lib/actions/define-action.ts" },
  { from: "lib/core/planted.ts", to: "zod" },
  { from: "lib/metrics/planted.ts", to: "lib/core/format.ts" },
  { from: "lib/planted/queries.ts", to: "lib/db/client.ts" },
  { from: "lib/planted/commands.ts", to: "lib/planted/rules.ts" },
  { from: "lib/planted/operations.ts", to: "lib/planted/commands.ts" },
  { from: "lib/planted/operations.ts", to: "lib/actions/operation.ts" },
  { from: "lib/planted/actions.ts", to: "lib/planted/operations.ts" },
  { from: "lib/planted/actions.ts", to: "lib/actions/define-action.ts" },
  { from: "lib/planted/actions.ts", to: "lib/paths.ts" },
  { from: "lib/cli/planted.ts", to: "lib/planted/operations.ts" },
  { from: "lib/exports/planted.ts", to: "exceljs" },
  { from: "lib/documents/pdf/planted.ts", to: "pdfkit" },
];
