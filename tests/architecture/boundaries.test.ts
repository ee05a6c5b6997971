import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { cruiseTree, describeViolations } from "./cruise";
import { domainCycles } from "./domain-graph";
import { allowedImports, type PlantedImport, plantedImports } from "./planted-imports";

const root = process.cwd();
const config = createRequire(import.meta.url)(path.join(root, ".dependency-cruiser.cjs"));
const ruleNames: string[] = config.forbidden.map(({ name }: { name: string }) => name);
const packages = ["pg", "zod", "next", "exceljs", "pdfkit", "docx", "server-only", "@prisma/client"];
const plots: string[] = [];

afterAll(() => {
  for (const plot of plots) rmSync(plot, { recursive: true, force: true });
});

function write(plot: string, file: string, content: string): void {
  mkdirSync(path.dirname(path.join(plot, file)), { recursive: true });
  writeFileSync(path.join(plot, file), content);
}

/** Relative, since the resolver keeps the project's own aliases for the whole run. */
function specifierOf(from: string, target: string): string {
  if (!/\.tsx?$/.test(target)) return target;
  const relative = path.posix.relative(path.posix.dirname(from), target.replace(/\.tsx?$/, ""));
  return relative.startsWith(".") ? relative : `./${relative}`;
}

/** A small tree with just the planted import, under the project's own rules. */
function plant({ from, to, files = {} }: PlantedImport): string {
  const plot = mkdtempSync(path.join(tmpdir(), "thads-boundary-"));
  plots.push(plot);
  for (const folder of ["app", "components", "lib", "prisma", "scripts"]) mkdirSync(path.join(plot, folder));
  for (const name of packages) {
    mkdirSync(path.dirname(path.join(plot, "node_modules", name)), { recursive: true });
    symlinkSync(path.join(root, "node_modules", name), path.join(plot, "node_modules", name));
  }
  if (/\.tsx?$/.test(to) && !to.includes("nowhere")) write(plot, to, "export const planted = 1;\n");
  for (const [file, content] of Object.entries(files)) write(plot, file, content);
  write(plot, from, `import * as planted from "${specifierOf(from, to)}";\nexport const seen = planted;\n`);
  return plot;
}

async function rulesFiredBy(planted: PlantedImport): Promise<string[]> {
  const { summary } = await cruiseTree(plant(planted));
  return summary.violations.map(({ rule }) => rule.name);
}

test("no import in the tree crosses a boundary", async () => {
  const folders = ["app", "components", "lib", "prisma", "scripts"].filter((folder) => existsSync(folder));
  const { summary, modules } = await cruiseTree(root, folders);
  expect(modules.length).toBeGreaterThan(50);
  expect(describeViolations(summary.violations)).toEqual([]);
});

test("the domains form a graph without cycles", async () => {
  const { modules } = await cruiseTree(root, ["lib"]);
  expect(domainCycles(modules)).toEqual([]);
});

test("a planted cycle between two domains is found", async () => {
  const plot = plant({
    from: "lib/planted/queries.ts",
    to: "lib/other/types.ts",
    files: {
      "lib/other/view.ts":
        'import type { seen } from "../planted/queries";\nexport type Seen = typeof seen;\n',
    },
  });
  const { modules } = await cruiseTree(plot);
  expect(domainCycles(modules)).toEqual(["other → planted → other"]);
});

test("every rule has a planted violation, and every planted violation a rule", () => {
  expect(Object.keys(plantedImports).sort()).toEqual([...ruleNames].sort());
});

describe.each(ruleNames)("%s", (rule) => {
  test.each([...(plantedImports[rule] ?? [])])("refuses that $from imports $to", async (planted) => {
    expect(await rulesFiredBy(planted)).toContain(rule);
  });
});

test.each([...allowedImports])("$from may import $to", async (planted) => {
  expect(await rulesFiredBy(planted)).toEqual([]);
});
