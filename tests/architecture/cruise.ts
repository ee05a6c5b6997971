import path from "node:path";
import { cruise, type ICruiseResult, type IViolation } from "dependency-cruiser";
import extractOptions from "dependency-cruiser/config-utl/extract-depcruise-options";
import extractTypeScript from "dependency-cruiser/config-utl/extract-ts-config";

const root = process.cwd();
const folders = ["app", "components", "lib", "prisma", "scripts"];

/** The import graph of the tree at `baseDir`, judged by the project's own rules. */
export async function cruiseTree(baseDir: string, present = folders): Promise<ICruiseResult> {
  const options = await extractOptions(path.join(root, ".dependency-cruiser.cjs"));
  const typeScript = extractTypeScript(path.join(root, "tsconfig.json"));
  const { output } = await cruise(
    present,
    { ...options, baseDir, validate: true },
    {},
    { tsConfig: typeScript },
  );
  if (typeof output === "string") throw new Error(output);
  return output;
}

/** One line for each violation, as a reader wants it. */
export function describeViolations(violations: readonly IViolation[]): string[] {
  return violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`).sort();
}
