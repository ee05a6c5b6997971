import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

export type Source = { path: string; text: string };

/** A rule about single files or the whole tree: returns one line for each breach. */
export type Check = (sources: readonly Source[]) => string[];

const folders = ["app", "components", "lib", "prisma", "scripts", "tests"];
const code = /\.(?:tsx?|mjs|cjs|css)$/;

/** Every source file of the project but the generated client, with its text. */
export function readSources(root = process.cwd()): Source[] {
  const beside = readdirSync(root).filter((name) => /^[a-z].*\.(?:ts|mjs|cjs)$/.test(name));
  const inside = folders.flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && code.test(entry.name))
      .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name))),
  );
  return [...beside, ...inside]
    .map((file) => file.split(path.sep).join("/"))
    .filter((file) => !file.startsWith("lib/db/generated/") && file !== "next-env.d.ts")
    .map((file) => ({ path: file, text: readFileSync(path.join(root, file), "utf8") }));
}

/** The syntax tree of one file. */
export function parse({ path: file, text }: Source): ts.SourceFile {
  const kind = file.endsWith(".tsx") ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  return ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, kind);
}

/** Every node below `node`, itself included. */
export function* nodesOf(node: ts.Node): Generator<ts.Node> {
  yield node;
  for (const child of node.getChildren()) yield* nodesOf(child);
}

/** "file:line", as an editor opens it. */
export function placeOf(source: Source, node: ts.Node): string {
  const file = node.getSourceFile();
  return `${source.path}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
}

/** A check of one file at a time, on those whose path matches. */
export function eachFile(
  match: (path: string) => boolean,
  judge: (source: Source) => readonly string[],
): Check {
  return (sources) => sources.filter(({ path: file }) => match(file)).flatMap(judge);
}

export function countLines(text: string): number {
  return text.replace(/\n$/, "").split("\n").length;
}
