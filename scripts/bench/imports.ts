import { INPUT_COLUMNS } from "@/lib/form/columns";
import { readAgencies } from "@/prisma/seed/reference";
import { type Stage, tokenFor } from "./stage";

/** Brings in one month of all 768 units as final figures of a closed year; answers seconds and accepted rows. */
export async function importMonth(
  stage: Stage,
): Promise<{ seconds: number; rows: number; accepted: number }> {
  const units = readAgencies().filter(
    ({ kind, validTo }) => kind !== "GENERAL_DEPARTMENT" && validTo !== null,
  );
  const lines = units.flatMap(({ code }, index) => [
    lineOf(code, "cases", index),
    lineOf(code, "money", index),
  ]);
  const token = await tokenFor(stage.owner, "tongcuc");
  const begun = performance.now();
  const answer = await fetch(`${stage.productUrl}/api/v1/imports?mode=final&dryRun=false&source=bench`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "text/csv" },
    body: [`agency,year,month,measure,${INPUT_COLUMNS.join(",")}`, ...lines].join("\n"),
  });
  const { rows, accepted } = (await answer.json()) as { rows: number; accepted: number };
  return { seconds: (performance.now() - begun) / 1_000, rows, accepted };
}

function lineOf(agency: string, measure: "cases" | "money", index: number): string {
  const scale = measure === "cases" ? 1 : 1_000_000;
  const [carried, newly, done, waiting] = [60 + index, 40, 30, 20].map((value) => value * scale);
  const rest = (carried ?? 0) + (newly ?? 0) - (done ?? 0) - (waiting ?? 0);
  return [agency, 2012, 1, measure, carried, newly, 0, 0, 0, done, 0, 0, rest, 0, 0, 0, waiting, 0, 0].join(
    ",",
  );
}
