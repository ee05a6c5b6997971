import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type { z } from "zod";
import type { Operation } from "@/lib/actions/operation";
import { perform } from "@/lib/actions/perform";
import { systemActor } from "@/lib/auth/actor";
import { Failure } from "@/lib/core/failure";

/** Whoever sits at the machine: the audit says "system:cli". */
export const operator = systemActor("cli");

/** One operation through the one door, as the operator. */
export function run<Schema extends z.ZodType, Result>(
  operation: Operation<Schema, Result>,
  input: z.input<Schema>,
): Promise<Result> {
  return perform(operation, operator, input);
}

/** A line for whoever reads along; the last one says what was made. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Columns side by side, as wide as their widest cell. */
export function sayTable(rows: readonly (readonly string[])[]): void {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  for (const row of rows)
    say(
      row
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join("  ")
        .trimEnd(),
    );
}

/** The bytes of a file named from where the command was typed. */
export function readGivenFile(name: string): Buffer {
  return readFileSync(findGivenFile(name));
}

/** Where a file lies that was named from where the command was typed: npm itself changes to the project's folder. */
export function findGivenFile(name: string): string {
  const places = [path.resolve(name), path.resolve(process.env.INIT_CWD ?? ".", name)];
  const file = places.find((place) => existsSync(place));
  if (file) return file;
  throw new Failure("not-found", { vi: `Không có tệp ${name}.`, en: `There is no file ${name}.` });
}
