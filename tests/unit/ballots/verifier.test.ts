import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { receiptsHash } from "@/lib/ballots/record/rules";
import type { BallotRecord, Bulletin, Choice } from "@/lib/ballots/types";
import { firstFault } from "@/lib/ballots/verification/rules";
import { bulletinOf, id, partsOf, simpleRecord } from "@/tests/factories/bulletins";

const folder = mkdtempSync(path.join(tmpdir(), "ballot-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** What the independent script says, and its exit code. */
function verify(
  bulletin: unknown,
  anchors: readonly string[] = [],
): { code: number; last: string; text: string } {
  const [file, anchorFile] = [path.join(folder, "bulletin.json"), path.join(folder, "anchors.jsonl")];
  writeFileSync(file, JSON.stringify(bulletin));
  writeFileSync(anchorFile, anchors.map((line) => `${line}\n`).join(""));
  const options = anchors.length > 0 ? ["--anchors", anchorFile] : [];
  const answer = (code: number, text: string) => ({ code, text, last: text.trim().split("\n").at(-1) ?? "" });
  try {
    const text = execFileSync(process.execPath, ["scripts/verify-ballot.mjs", file, ...options], {
      encoding: "utf8",
    });
    return answer(0, text);
  } catch (error) {
    const { status, stdout } = error as { status: number; stdout: string };
    return answer(status, stdout);
  }
}

const record = simpleRecord(11, 1, undefined, 2);
const said = (agree: number, disagree: number): Choice[] => [
  ...Array<Choice>(agree).fill("agree"),
  ...Array<Choice>(disagree).fill("disagree"),
];
const opinions = [1, 2].map((slot) => ({
  slot,
  member: id(11),
  choice: "agree" as const,
  document: "12/CV",
}));
const honest = bulletinOf(record, [said(9, 1), said(4, 6)], opinions);
const anchorOf = ({ audit }: Bulletin): string =>
  JSON.stringify({ n: 1, changed: [[`ballot:${record.ballot}`, audit.length, audit.at(-1)?.hash]] });
const anchor = anchorOf(honest);

test("an honest bulletin is verified, with roll, receipts, counts, threshold and anchors printed", () => {
  const { code, last, text } = verify(honest, [anchor]);
  expect([code, last]).toEqual([0, "verified"]);
  expect(text).toContain("12 members, 11 voters");
  expect(text).toContain("Người 1: 9 agree, 1 disagree, 0 blank, 1 in writing: 10/12 PASSED");
  expect(text).toContain("Người 2: 4 agree, 6 disagree, 0 blank, 1 in writing: 5/12 FAILED");
  expect(text).toMatch(/anchors +1, up to line \d+\n/);
  expect(verify(honest).text).toContain("none: ask for the anchor file");
});

type Forged = readonly [name: string, forged: () => unknown, fault: RegExp];
const changed = (change: (copy: Bulletin & Record<string, never>) => unknown) => () => {
  const copy = structuredClone(honest) as never;
  return change(copy) ?? copy;
};
const withRecord = (change: (record: BallotRecord) => BallotRecord) => () => ({
  ...honest,
  record: JSON.stringify(change(record)),
});
const swapped = (votes: Bulletin["votes"]) =>
  votes.map((vote, at) =>
    at === 0 ? { ...vote, choice: vote.choice === "agree" ? "disagree" : "agree" } : vote,
  );
const invented = { slot: 1, mark: "f".repeat(32), choice: "agree" };

const frauds: readonly Forged[] = [
  [
    "a vote stuffed in",
    () => ({ ...honest, votes: [...honest.votes, invented] }),
    /^votes: nominee 1 has 11/,
  ],
  [
    "a sheet stuffed in, receipt and all",
    () => ({
      ...honest,
      receipts: [...honest.receipts, "e".repeat(64)],
      votes: [...honest.votes, invented, { ...invented, slot: 2 }],
    }),
    /^receipts: not those of the close/,
  ],
  [
    "a vote removed",
    () => ({ ...honest, votes: honest.votes.slice(1) }),
    /^votes: nominee 1 has 9 votes of 10/,
  ],
  [
    "a choice altered",
    () => ({ ...honest, votes: swapped(honest.votes) }),
    /^votes: not those that were counted/,
  ],
  [
    "somebody put on the roll",
    withRecord((each) => ({ ...each, roll: [...each.roll, { ...simpleRecord(13).roll[12] } as never] })),
    /^roll: the record is not the one/,
  ],
  [
    "the threshold lowered",
    withRecord((each) => ({ ...each, rule: { ...each.rule, numerator: 1, denominator: 3 } })),
    /^roll: the record is not the one/,
  ],
  [
    "a receipt replaced",
    () => ({ ...honest, receipts: [...honest.receipts.slice(1), "e".repeat(64)] }),
    /^receipts: not those of the close/,
  ],
  [
    "a result misstated",
    changed((copy) => {
      Object.assign(copy.results[1] as object, { verdict: "PASSED" });
    }),
    /^results: nominee 2 .*FAILED, stated PASSED/,
  ],
  [
    "a count misstated",
    changed((copy) => {
      Object.assign(copy.results[0]?.sheets as object, { agree: 10 });
    }),
    /^results: nominee 1 .*9 agree, stated otherwise/,
  ],
  ["a written opinion left out", () => ({ ...honest, opinions: opinions.slice(1) }), /^opinions: not those/],
  [
    "a line cut out of the audit",
    () => ({ ...honest, audit: [...honest.audit.slice(0, 3), ...honest.audit.slice(4)] }),
    /^audit: line 4 does not follow/,
  ],
  ["a result that is missing", () => ({ ...honest, results: honest.results.slice(1) }), /^results: 1 of 2/],
  ["no bulletin at all", () => "nothing", /^format: undefined/],
];

test.each(frauds)("%s is found and named", (_name, forged, fault) => {
  const { code, last } = verify(forged(), [anchor]);
  expect(last).toMatch(fault);
  expect(code).toBe(1);
});

test.each(frauds.slice(0, -1))("%s is found by the page's own check, too", (_name, forged) => {
  expect(firstFault(forged() as Bulletin)).not.toBeNull();
  expect(firstFault(honest)).toBeNull();
});

test("one who rewrites the lists and the whole chain with them is found by an anchor, and only by an anchor", () => {
  const votes = swapped(honest.votes) as Bulletin["votes"];
  const forged = { ...partsOf(record, votes, honest.receipts, opinions), anchors: [] };
  expect(verify(forged)).toMatchObject({ code: 0, last: "verified" });
  expect(verify(forged, [anchor])).toMatchObject({ code: 1 });
  expect(verify(forged, [anchor]).last).toMatch(/^anchors: line \d+ of the audit was anchored/);
  const published = { ...forged, anchors: [anchor] };
  expect(verify(published).code, "published anchors count too").toBe(1);
  expect([firstFault(forged), firstFault(published)]).toEqual([null, "anchors"]);
});

test("a sheet in the name of somebody off the roll, twice by one member, or beside a written opinion is found", () => {
  const outsider = simpleRecord(9, 3, undefined, 2);
  const cast = bulletinOf(outsider, [said(10, 0), said(10, 0)]);
  expect(verify(cast).last).toMatch(/^receipts: somebody cast who is no voter/);
  const both = bulletinOf(record, [said(10, 1), said(10, 1)], opinions);
  expect(verify(both).last).toMatch(/^opinions: of somebody who also cast/);
  const again = bulletinOf(record, [said(10, 0), said(10, 0)]);
  const doubled = { ...again, receipts: [...again.receipts, again.receipts[0]] };
  expect(verify(doubled).last).toMatch(/^receipts: one is listed twice/);
});

test("the script counts seats and ties as the application does", () => {
  const seats = simpleRecord(10, 0, { ...record.rule, numerator: 1, denominator: 2, seats: 2 }, 3);
  expect(verify(bulletinOf(seats, [said(9, 1), said(7, 3), said(7, 3)])).last).toBe("verified");
  expect(verify(bulletinOf(seats, [said(9, 1), said(8, 2), said(7, 3)])).last).toBe("verified");
  for (const base of ["present", "valid"] as const) {
    const other = simpleRecord(10, 2, { ...record.rule, base, countsRecused: false, strict: true }, 1);
    expect(verify(bulletinOf(other, [[...said(6, 1), "none"]])).last).toBe("verified");
  }
});

test("the script imports nothing of the application, and the list of receipts does not depend on their order", () => {
  const source = readFileSync("scripts/verify-ballot.mjs", "utf8");
  expect([...source.matchAll(/^import .* from "(.+)";$/gm)].map(([, from]) => from)).toEqual([
    "node:crypto",
    "node:fs",
  ]);
  expect(receiptsHash([...honest.receipts].reverse())).toBe(receiptsHash(honest.receipts));
});
