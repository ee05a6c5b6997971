import { existsSync, readFileSync } from "node:fs";
import { type Check, countLines, eachFile, type Source } from "./source-tree";

/** Folders of lib that are no domains: their files are named after what they hold. */
const foundations = [
  "core",
  "metrics",
  "form",
  "db",
  "actions",
  "auth",
  "i18n",
  "exports",
  "documents",
  "cli",
  "serving",
];
const vocabulary = ["schema", "types", "rules", "queries", "commands", "operations", "actions", "view"];
const banned = /(?:^|\/)(?:index|utils?|helpers?|misc|common|constants)\.tsx?$/;

const routeFile =
  /\/(?:page|layout|template|loading|error|global-error|not-found|default)\.tsx$|\/route\.ts$|\/globals\.css$/;

/** lib/<domain>/ and lib/<domain>/<concern>/ hold only the eight file names; nobody has a junk drawer. */
export const domainVocabulary: Check = eachFile(
  (path) => path.startsWith("lib/") || path.startsWith("components/") || path.startsWith("app/"),
  ({ path }) => {
    if (banned.test(path)) return [`${path}: no index, utils, helpers, misc, common or constants files`];
    const [, domain = "", ...rest] = path.split("/");
    const isDomain = path.startsWith("lib/") && rest.length > 0 && !foundations.includes(domain);
    if (!isDomain) return [];
    const name = rest.at(-1)?.replace(/\.tsx?$/, "") ?? "";
    return rest.length <= 2 && path.endsWith(".ts") && vocabulary.includes(name)
      ? []
      : [`${path}: a domain holds only ${vocabulary.join(", ")}`];
  },
);

/** app/ holds files that Next gives a meaning to, and nothing else. */
export const routeFilesOnly: Check = eachFile(
  (path) => path.startsWith("app/"),
  ({ path }) => (routeFile.test(path) ? [] : [`${path}: only route files live in app/`]),
);

export const shortPages: Check = eachFile(
  (path) => /^app\/(?:.+\/)?page\.tsx$/.test(path),
  ({ path, text }) =>
    countLines(text) <= 40 ? [] : [`${path}: ${countLines(text)} lines, a page has at most 40`],
);

export const shortFiles: Check = eachFile(
  (path) => /\.(?:tsx?|mjs)$/.test(path),
  ({ path, text }) => (countLines(text) <= 250 ? [] : [`${path}: ${countLines(text)} lines, at most 250`]),
);

/** The URL pattern of a page file: groups fall away, [params] stay. */
export function routeOfPage(path: string): string {
  const folder = path.replace(/^app\//, "").replace(/\/?page\.tsx$/, "");
  return `/${folder
    .split("/")
    .filter((part) => part !== "" && !/^\(.*\)$/.test(part))
    .join("/")}`;
}

/** Params may be called differently in the list of visits. */
const blank = (route: string) => route.replace(/\[[^\]]+\]/g, "[]");

/** Every page is visited by tests/e2e/pages.spec.ts, and every visit has its page. */
export function unvisitedPages(sources: readonly Source[], visited: readonly string[]): string[] {
  const routes = sources
    .filter(({ path }) => /^app\/(?:.+\/)?page\.tsx$/.test(path))
    .map(({ path }) => routeOfPage(path));
  const known = new Set(visited.map(blank));
  const present = new Set(routes.map(blank));
  return [
    ...routes
      .filter((route) => !known.has(blank(route)))
      .map((route) => `${route}: not in tests/e2e/pages.ts`),
    ...visited
      .filter((route) => !present.has(blank(route)))
      .map((route) => `${route}: visited in tests/e2e/pages.ts, but app/ has no such page`),
  ];
}

const suppression = /biome-ignore|@ts-(?:ignore|expect-error|nocheck)/;

/** Suppressions, with those that lack a reason (after the colon, or as a comment on the line above) named. */
export function suppressionsOf(sources: readonly Source[]): { count: number; unexplained: string[] } {
  const found = sources.flatMap(({ path, text }) => {
    const lines = text.split("\n");
    return lines.flatMap((line, index) =>
      suppression.test(line) ? [{ path, index, line, above: lines[index - 1] }] : [],
    );
  });
  const hasReason = (line: string, above: string | undefined) =>
    (line.split(/:\s/).slice(1).join(": ").trim().length >= 15 && line.includes("biome-ignore")) ||
    /^\s*(?:\/\/|\*|\{?\/\*)\s*\S{2,}.{10,}/.test(above ?? "");
  return {
    count: found.length,
    unexplained: found
      .filter(({ line, above }) => !hasReason(line, above))
      .map(({ path, index }) => `${path}:${index + 1}`),
  };
}

const floors: Record<string, readonly [number, number, number]> = {
  next: [16, 4, 6],
  react: [19, 3, 1],
  "react-dom": [19, 3, 1],
  "next-auth": [4, 24, 15],
};
const forbidden = ["xlsx"];

/** Packages below the version that closes their published advisories, and packages that may not come in at all. */
export function unsafePackages(lock: string): string[] {
  const { packages } = JSON.parse(lock) as { packages: Record<string, { version?: string }> };
  return Object.entries(packages).flatMap(([location, { version = "" }]) => {
    const name = location.replace(/^.*node_modules\//, "");
    const floor = floors[name];
    const parts = version.split(/[.-]/).map(Number);
    const difference =
      floor?.map((part, index) => (parts[index] ?? 0) - part).find((each) => each !== 0) ?? 0;
    if (forbidden.includes(name)) return [`${name} is not allowed`];
    return difference < 0 ? [`${name} ${version} is below ${floor?.join(".")}`] : [];
  });
}

export function readLock(): string {
  return existsSync("package-lock.json") ? readFileSync("package-lock.json", "utf8") : '{"packages":{}}';
}
