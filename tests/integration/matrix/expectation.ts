/**
 * Who may do what, in words and independent of lib/auth/permissions: a grant that is changed there without being
 * changed here fails the matrix. A row is "<actor> on <target>" or "<actor> everywhere"; what no row names is refused.
 */
type Rows = readonly string[];

const ownClerks: Rows = [
  "clerk of cc-325 on cc-325",
  "clerk of cuc-hung-yen on cuc-hung-yen",
  "clerk of cc-001 on cc-001",
];
const ownHeads: Rows = ["head of cc-325 on cc-325", "head of cuc-hung-yen on cuc-hung-yen"];
const staff: Rows = ["general staff everywhere"];
const administrator: Rows = ["administrator everywhere"];
const keepers: Rows = ["general staff everywhere", "administrator everywhere"];
const everybody: Rows = [
  "clerk of cc-325 everywhere",
  "head of cc-325 everywhere",
  "leader of cc-325 everywhere",
  "clerk of cuc-hung-yen everywhere",
  "head of cuc-hung-yen everywhere",
  "leader of cuc-hung-yen everywhere",
  "clerk of cc-326 everywhere",
  "clerk of cc-001 everywhere",
  "clerk of thads-hung-yen everywhere",
  "head of thads-hung-yen everywhere",
  "general staff everywhere",
  "national leader everywhere",
  "auditor everywhere",
  "administrator everywhere",
];
const everybodyWithResults: Rows = everybody.filter((row) => !row.startsWith("administrator"));
const provinceReaders: Rows = [
  "clerk of cuc-hung-yen on cuc-hung-yen",
  "head of cuc-hung-yen on cuc-hung-yen",
  "leader of cuc-hung-yen on cuc-hung-yen",
  "clerk of thads-hung-yen on cuc-hung-yen",
  "head of thads-hung-yen on cuc-hung-yen",
  "general staff on cuc-hung-yen",
  "national leader on cuc-hung-yen",
  "auditor on cuc-hung-yen",
];
const readers: Rows = [
  ...provinceReaders,
  "clerk of cc-325 on cc-325",
  "head of cc-325 on cc-325",
  "leader of cc-325 on cc-325",
  "clerk of cuc-hung-yen on cc-325",
  "head of cuc-hung-yen on cc-325",
  "leader of cuc-hung-yen on cc-325",
  "clerk of thads-hung-yen on cc-325",
  "head of thads-hung-yen on cc-325",
  "clerk of cc-001 on cc-001",
  "general staff everywhere",
  "national leader everywhere",
  "auditor everywhere",
];

export const EXPECTED_WRITES: Readonly<Record<string, Rows>> = {
  saveReport: ownClerks,
  submitReport: ownClerks,
  openSupplement: ownClerks,
  approveReport: ownHeads,
  approveReports: ownHeads,
  returnReport: [...ownHeads, "head of cuc-hung-yen on cc-325", "general staff everywhere"],
  excuseAgency: ["head of cuc-hung-yen on cc-325"],
  withdrawExcuse: ["head of cuc-hung-yen on cc-325"],
  signSummary: ownHeads,
  acceptSummary: staff,
  returnSummary: staff,
  exportTable: readers,
  importDraft: [...ownClerks, "clerk of cuc-hung-yen on cc-325"],
  importHistory: staff,
  setTargets: staff,
  setTargetsByForm: staff,
  putTargetSet: staff,
  draftTargetSet: staff,
  cascadeTargets: staff,
  issueTargetSet: staff,
  "periods.setStatus": keepers,
  "periods.reopen": keepers,
  "periods.endReopening": keepers,
  "calendar.set": keepers,
  "calendar.remove": keepers,
  recordAgencyEvent: administrator,
  "users.create": administrator,
  "users.disable": administrator,
  "users.enable": administrator,
  "users.resetPassword": administrator,
  "users.assignRole": administrator,
  "users.endAssignment": administrator,
  "users.revokeSessions": administrator,
  "users.changeOwnPassword": everybody,
  "sessions.end": everybody,
  "tokens.create": everybody,
  "tokens.revoke": everybody,
};

export const EXPECTED_READS: Readonly<Record<string, Rows>> = {
  getEntry: readers,
  getReport: readers,
  listRevisions: readers,
  getRevision: readers,
  getReview: readers,
  getScoreboard: readers,
  getSeries: readers,
  getHeadlineProofs: readers,
  getStatedProof: readers,
  getProof: readers,
  getOverview: readers,
  getTargets: readers,
  listTargetSets: everybodyWithResults,
  getTargetSet: everybodyWithResults,
  previewCascade: staff,
  countCompleteness: readers,
  getProvinceSummary: provinceReaders,
  listTargets: provinceReaders,
  listWork: [
    "clerk of cc-325 on cc-325",
    "clerk of cuc-hung-yen on cuc-hung-yen",
    "clerk of cc-001 on cc-001",
  ],
  getAuditPage: ["auditor everywhere", "administrator everywhere"],
  getAnchors: ["auditor everywhere", "administrator everywhere"],
  getAnchorText: ["auditor everywhere", "administrator everywhere"],
  "getAuditPage with figures": ["auditor everywhere"],
  previewAgencyEvent: administrator,
  listUsers: administrator,
  getUser: administrator,
  findUser: administrator,
  getOwnAccess: everybody,
  listPeriods: everybody,
  listCalendar: everybody,
};
