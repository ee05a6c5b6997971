import type { Actor, Role } from "@/lib/auth/actor";
import { day } from "@/lib/core/day";
import { reportedActivity, runningCampaign } from "@/tests/factories/campaigns";
import { insertCases } from "@/tests/factories/cases";
import { audited, loadReports, simpleReport } from "@/tests/factories/loaded-reports";
import { goodFigures, save, setPeriod } from "@/tests/factories/reports";
import { createActor, createUser } from "@/tests/factories/users";
import type { TestDatabase } from "@/tests/setup/test-database";
import { CAMPAIGN_INPUTS } from "./campaign-inputs";

export const TARGETS = ["cc-325", "cuc-hung-yen", "cc-001"] as const;

/** Month 1 is open, month 2 locked. */
export const PERIODS = [
  { year: 2022, month: 1 },
  { year: 2022, month: 2 },
] as const;

export type Place = { agency: string; year: number; month: number };
export type NamedActor = { name: string; actor: Actor };

const people: readonly (readonly [name: string, role: Role, agency: string])[] = [
  ["clerk of cc-325", "CLERK", "cc-325"],
  ["head of cc-325", "APPROVER", "cc-325"],
  ["leader of cc-325", "LEADER", "cc-325"],
  ["officer of cc-325", "OFFICER", "cc-325"],
  ["clerk of cuc-hung-yen", "CLERK", "cuc-hung-yen"],
  ["head of cuc-hung-yen", "APPROVER", "cuc-hung-yen"],
  ["leader of cuc-hung-yen", "LEADER", "cuc-hung-yen"],
  ["officer of cuc-hung-yen", "OFFICER", "cuc-hung-yen"],
  ["clerk of cc-326", "CLERK", "cc-326"],
  ["clerk of cc-001", "CLERK", "cc-001"],
  ["clerk of thads-hung-yen", "CLERK", "thads-hung-yen"],
  ["head of thads-hung-yen", "APPROVER", "thads-hung-yen"],
  ["general staff", "GENERAL_STAFF", "tc"],
  ["national leader", "LEADER", "tc"],
  ["auditor", "AUDITOR", "tc"],
  ["administrator", "ADMIN", "tc"],
];

/** Everybody of the matrix with a real account, somebody to be administered, and one open and one locked period. */
export async function arrange(db: TestDatabase): Promise<NamedActor[]> {
  await createUser(db, { login: "matrix.subject", role: "CLERK", agency: "cc-326" });
  for (const [at, status] of ["OPEN", "LOCKED"].entries()) {
    const { year, month } = PERIODS[at] ?? PERIODS[0];
    await setPeriod(db.owner, year, month, status);
  }
  const actors: NamedActor[] = [];
  for (const [name, role, agency] of people) {
    actors.push({ name, actor: await createActor(db, { role, agency }) });
  }
  await loadReports(db.owner, acceptedReports());
  await issuedTargets(db);
  await runningCampaign(db.owner);
  await aCaseEach(db);
  for (const agency of TARGETS) await reportedActivity(db.owner, agency);
  // A line of the audit with figures, for who may see them there.
  await setPeriod(db.owner, 2021, 1, "OPEN");
  const clerk = actors.find(({ name }) => name === "clerk of cc-325");
  if (clerk) await save(clerk.actor, { agency: "cc-325", year: 2021, month: 1 });
  return actors;
}

/** One case of every target, by its agency. */
export const MATRIX_CASES = new Map<string, string>();

async function aCaseEach(db: TestDatabase): Promise<void> {
  const facts = { initiative: "ON_REQUEST", category: "OTHER", amount: 1_000n } as const;
  const ids = await insertCases(
    db.owner,
    TARGETS.map((agency) => ({
      facts,
      events: [{ seq: 1, kind: "ACCEPTED", day: day("2021-10-05"), amount: 1_000n, agency }],
    })),
  );
  for (const [at, agency] of TARGETS.entries()) MATRIX_CASES.set(agency, ids[at] ?? "");
}

/** A file with one case of an agency. */
export function caseCsv(agency: string): string {
  const row = { ...enforcementCase, agency, number: 999_999 };
  return `${Object.keys(row).join(",")}\n${Object.values(row).join(",")}\n`;
}

/** A set in force for the year that is asked about. */
async function issuedTargets(db: TestDatabase): Promise<void> {
  await audited(db.owner, async (client) => {
    await client.query(
      `WITH issued AS (
         INSERT INTO target_set (id, year, version, number, state, drafted_by, drafted_at, issued_by, issued_at)
         VALUES (gen_random_uuid(), $1, 1, '1/QĐ', 'ISSUED', 'test', now(), 'test', now()) RETURNING id)
       INSERT INTO target_line (set_id, position, agency_code, indicator, comparison, basis_points)
       SELECT id, 1, 'tc', 'R_C', 'above', 8150 FROM issued`,
      [PERIODS[0].year],
    );
  });
}

/** An accepted report of every target in both periods. */
function acceptedReports() {
  const totals = { done: 10n, eligible: 20n };
  return TARGETS.flatMap((agency) =>
    PERIODS.map((period) => simpleReport({ agency, ...period }, { cases: totals, money: totals })),
  );
}

const decision = { decisionNumber: "1/QĐ", decisionDate: "2024-01-01", effectiveOn: "2024-01-02" };
const id = "00000000-0000-4000-8000-000000000000";
const reason = { code: "ARITHMETIC", text: "Cột 8 không khớp" };
const user = { login: "matrix.subject" };
const one = { comparison: "above", pct: "80.00" };

const enforcementCase = {
  ...{ year: 2021, number: 1, court: "Tòa án thử", judgmentNumber: "1/2021/DSST", amount: "1000" },
  ...{ judgmentDate: "2021-10-01", effectiveDate: "2021-10-02", receivedOn: "2021-10-04" },
  ...{
    decisionNumber: "1/QĐ",
    decisionDate: "2021-10-05",
    enteredOn: "2021-10-05",
    initiative: "ON_REQUEST",
  },
};

function csv({ agency, year, month }: Place): string {
  const { cases, money } = goodFigures(month);
  const columns = Object.keys(cases);
  const line = (measure: string, half: typeof cases) =>
    [agency, year, month, measure, ...columns.map((column) => half[column as keyof typeof cases])].join(",");
  return [
    ["agency", "year", "month", "measure", ...columns].join(","),
    line("cases", cases),
    line("money", money),
  ].join("\n");
}

const ballot = { ballot: id };
const hex = (length: number) => "a".repeat(length);

/** Nobody of the matrix sits on a council: who passes the door is told that there is no such ballot. */
const ballotInputs: Readonly<Record<string, () => unknown>> = {
  "ballots.prepare": () => ({
    ...{ council: id, title: "Thử", nominees: [{ subject: "A", award: "B" }] },
    holders: ["matrix.a", "matrix.b", "matrix.c"],
    rule: {
      ...{ base: "all", threshold: "4/5", strict: false, quorum: "2/3" },
      ...{ written: true, countsRecused: true, seats: null },
    },
  }),
  "ballots.secondRound": () => ballot,
  "ballots.giveKey": () => ({ ...ballot, publicKey: hex(64) }),
  "ballots.open": () => ({
    ...{ ...ballot, publicKey: hex(64), password: "x" },
    ...{ holderKeys: [hex(64), hex(64), hex(64)], shares: [hex(162), hex(162), hex(162)] },
  }),
  "ballots.cast": () => ({ ...ballot, sheet: [hex(198)] }),
  "ballots.recordOpinion": () => ({
    ...{ ...ballot, member: id, document: "1", choices: [{ slot: 1, choice: "agree" }] },
  }),
  "ballots.close": () => ({ ...ballot, password: "x" }),
  "ballots.passShare": () => ({ ...ballot, to: 1, share: hex(162) }),
  "ballots.count": () => ({ ...ballot, votes: [] }),
  "ballots.cancel": () => ({ ...ballot, reason: "thử", password: "x" }),
};

/** A valid input of every operation about a place; chosen so that no cell changes what another may do. */
export const INPUTS: Readonly<Record<string, (place: Place) => unknown>> = {
  saveReport: (place) => ({ ...place, expectedVersion: 0, ...goodFigures(place.month) }),
  saveCounts: (place) => ({ ...place, known: "", D01: "12" }),
  submitReport: (place) => place,
  openSupplement: (place) => ({ ...place, reason: "Sửa số liệu" }),
  approveReport: (place) => place,
  approveReports: ({ agency, ...period }) => ({ ...period, agencies: [agency] }),
  returnReport: (place) => ({ ...place, reason }),
  excuseAgency: (place) => ({ ...place, reason: "Bão lũ" }),
  withdrawExcuse: (place) => ({ ...place, reason: "Hết bão lũ" }),
  answerSignal: ({ agency, year }) => ({
    ...{ agency, year, kind: "bunching", evidenceHash: "0".repeat(64) },
    ...{ expectedVersion: 0, code: "CHECKING", words: "Đang kiểm tra" },
  }),
  signSummary: (place) => place,
  acceptSummary: (place) => place,
  returnSummary: (place) => ({ ...place, reason }),
  exportTable: (place) => ({ ...place, table: "leaders", format: "csv", rows: 1 }),
  importDraft: (place) => ({ csv: csv(place), dryRun: false }),
  importHistory: (place) => ({ csv: csv(place), source: "Báo cáo giấy", dryRun: false }),
  "cases.addEvent": ({ agency }) => ({ agency, caseId: "1", kind: "VERIFIED", day: "2022-01-01" }),
  "cases.create": ({ agency }) => ({ ...enforcementCase, agency }),
  "cases.assign": ({ agency }) => ({ agency, caseId: "1", officer: "khong-co", from: "2022-01-01" }),
  "cases.openParties": ({ agency }) => ({ agency, caseId: "1" }),
  "cases.findParties": ({ agency }) => ({ agency, name: "minh họa" }),
  "cases.eraseParties": ({ agency }) => ({ agency, caseId: "1", reason: "Theo yêu cầu" }),
  "cases.importCases": ({ agency }) => ({ import: "1", agencies: [agency], from: 1, to: 2 }),
  "cases.importEvents": ({ agency }) => ({ import: "1", agencies: [agency], after: "0", upTo: "1" }),
  "cases.export": ({ agency }) => ({ agency, format: "csv", rows: 1 }),
  "cases.exportOwn": ({ agency }) => ({ agency, format: "csv", rows: 1 }),
  "cases.explainDifference": (place) => ({
    ...{ ...place, measure: "cases", column: "completed" },
    ...{ difference: "1", reason: "Ghi sót" },
  }),
  setTargets: ({ agency, year }) => ({ agency, year, R_C: one }),
  putTargetSet: ({ agency, year }) => ({ year, lines: [{ agency, indicator: "R_C", ...one }] }),
  draftTargetSet: ({ year }) => ({ year }),
  cascadeTargets: ({ year }) => ({ year, parent: "tc", indicator: "R_C", method: "copy" }),
  issueTargetSet: ({ year }) => ({ year }),
  setTargetsByForm: ({ agency, year }) => ({ agency, year, cases: "80.00" }),
  ...CAMPAIGN_INPUTS,
  "periods.setStatus": ({ year, month }) => ({ year, month, status: month === 1 ? "OPEN" : "LOCKED" }),
  "periods.reopen": (place) => ({ ...place, reason: "Sửa số liệu", until: "2099-12-31" }),
  "periods.endReopening": (place) => place,
  "calendar.set": () => ({ day: "2022-03-01", kind: "HOLIDAY", name: "Nghỉ thử" }),
  "calendar.remove": () => ({ day: "2022-03-01" }),
  recordAgencyEvent: ({ agency }) => ({ kind: "RENAME", agency, name: "Cơ quan thử", ...decision }),
  "users.create": ({ agency }) => ({ login: "matrix.new", name: "Người mới", role: "CLERK", agency }),
  "users.disable": () => user,
  "users.enable": () => user,
  "users.resetPassword": () => user,
  "users.assignRole": ({ agency }) => ({ ...user, role: "LEADER", agency }),
  "users.endAssignment": () => ({ assignmentId: id }),
  "users.revokeSessions": () => user,
  "users.changeOwnPassword": () => ({ current: "a", next: "b", repeat: "c" }),
  "sessions.end": () => ({ sessionId: "0123456789abcdef" }),
  "tokens.create": () => ({ label: "thử" }),
  "tokens.revoke": () => ({ tokenId: id }),
  "views.save": () => ({ name: "Cách xem thử", path: "/ket-qua?year=2022" }),
  "views.rename": () => ({ id, name: "Tên khác", version: 1 }),
  "views.delete": () => ({ id }),
  "views.move": () => ({ id, to: "up" }),
  "digest.subscribe": () => ({ email: "thu@example.vn", active: "yes" }),
  "digest.claim": () => ({ userId: id, morning: "2022-11-03" }),
  "digest.settle": () => ({ userId: id, morning: "2022-11-03", outcome: "SENT" }),
  "councils.create": ({ agency }) => ({
    ...{ agency, level: "AGENCY", name: "Hội đồng thử", decision: "1/QĐ", validFrom: "2022-01-01" },
  }),
  "councils.seat": ({ agency }) => ({ agency, council: id, ...user, role: "MEMBER" }),
  "councils.endSeat": ({ agency }) => ({ agency, council: id, seat: id }),
  ...ballotInputs,
};
