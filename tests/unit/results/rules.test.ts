import { expect, test } from "vitest";
import { resultsRefusals as refusals } from "@/lib/i18n/results";
import {
  approvalRefusal,
  recordingRefusal,
  returnRefusal,
  submissionRefusal,
  supplementRefusal,
} from "@/lib/results/rules";
import type { PeriodStatus, StoredReport } from "@/lib/results/stored/types";
import {
  REPORT_STATUSES,
  type ReportStatus,
  type RevisionKind,
  type StoredRevision,
} from "@/lib/results/types";

type Traits = { status?: ReportStatus; kind?: RevisionKind; period?: PeriodStatus; accepts?: boolean };

function report({
  status,
  kind = "ORIGINAL",
  period = "OPEN",
  accepts = period === "OPEN",
}: Traits): StoredReport {
  const revision = status
    ? ({ status, kind, revision: 1, version: 3, enteredBy: "clerk", submittedBy: "clerk" } as StoredRevision)
    : null;
  return { periodStatus: period, accepts, needsPrevious: true, revision };
}

const statusesAllowed = (refusal: (stored: StoredReport) => unknown, traits: Traits = {}) =>
  REPORT_STATUSES.filter((status) => refusal(report({ ...traits, status })) === null);

test("lets figures be typed and sent as a draft or after a return, while the period takes them", () => {
  expect(statusesAllowed(recordingRefusal)).toEqual(["DRAFT", "RETURNED"]);
  expect(statusesAllowed(submissionRefusal)).toEqual(["DRAFT", "RETURNED"]);
  expect(statusesAllowed(recordingRefusal, { period: "CLOSED" })).toEqual([]);
  expect(recordingRefusal(report({}))).toBeNull();
  expect(submissionRefusal(report({}))).toBe(refusals.notDraft);
  expect(recordingRefusal(report({ period: "LOCKED", accepts: true }))).toBeNull();
});

test("lets a supplement be worked on whatever the state of its period", () => {
  const traits = { kind: "SUPPLEMENT", period: "LOCKED" } as const;
  expect(statusesAllowed(recordingRefusal, traits)).toEqual(["DRAFT", "RETURNED"]);
  expect(statusesAllowed(submissionRefusal, traits)).toEqual(["DRAFT", "RETURNED"]);
  expect(approvalRefusal(report({ ...traits, status: "SUBMITTED" }), "head", false)).toBeNull();
});

test("lets only somebody else approve, and only what was sent", () => {
  expect(statusesAllowed((stored) => approvalRefusal(stored, "head", false))).toEqual(["SUBMITTED"]);
  expect(approvalRefusal(report({ status: "SUBMITTED" }), "clerk", false)).toBe(refusals.fourEyes);
  expect(approvalRefusal(report({ status: "SUBMITTED" }), "head", true)).toBe(refusals.fourEyes);
  expect(approvalRefusal(report({ status: "SUBMITTED", period: "LOCKED" }), "head", false)).toBe(
    refusals.locked,
  );
});

test("returns what was sent or approved until the period locks, and a sent supplement even then", () => {
  expect(statusesAllowed(returnRefusal)).toEqual(["SUBMITTED", "APPROVED"]);
  expect(statusesAllowed(returnRefusal, { period: "CLOSED" })).toEqual(["SUBMITTED", "APPROVED"]);
  expect(statusesAllowed(returnRefusal, { period: "LOCKED" })).toEqual([]);
  expect(statusesAllowed(returnRefusal, { period: "LOCKED", kind: "SUPPLEMENT" })).toEqual(["SUBMITTED"]);
});

test("opens a supplement only over an accepted report", () => {
  expect(statusesAllowed(supplementRefusal)).toEqual(["APPROVED", "LOCKED"]);
  expect(supplementRefusal(report({ status: "DRAFT", kind: "SUPPLEMENT" }))).toBe(refusals.alreadyOpen);
});
