import { type Asked, defineOperation, type Subject } from "@/lib/actions/operation";
import * as commands from "./commands";
import * as imports from "./imports/commands";
import { importCasesInput, importEventsInput } from "./imports/schema";
import * as parties from "./parties/commands";
import { explainDifference as explain } from "./reconciliation/commands";
import { explainInput } from "./reconciliation/schema";
import { subjectOfCases } from "./register/rules";
import {
  addEventInput,
  assignInput,
  createCaseInput,
  erasePartiesInput,
  findPartiesInput,
  openPartiesInput,
} from "./schema";

const ofAgency = ({ agency }: { agency: string }, { organisation }: Asked): readonly Subject[] => [
  subjectOfCases(organisation, agency),
];
const ofAgencies = ({ agencies }: { agencies: readonly string[] }, { organisation }: Asked) =>
  agencies.map((agency) => subjectOfCases(organisation, agency));

/** Records an event of a case, or the counter-event that cancels its last one. */
export const addCaseEvent = defineOperation({
  ...{ name: "cases.addEvent", permission: "cases.record", input: addEventInput, subjects: ofAgency },
  ...{ procedure: commands.ADD_CASE_EVENT, given: commands.givenEvent, answer: commands.answerOfEvent },
});

export const createCase = defineOperation({
  ...{ name: "cases.create", permission: "cases.enter", input: createCaseInput, subjects: ofAgency },
  // Its answer is kept under a key; its input is not, and the answer names nobody.
  ...{ procedure: commands.CREATE_CASE, given: commands.givenCase, answer: commands.answerOfCase },
});

export const assignCaseOfficer = defineOperation({
  ...{ name: "cases.assign", permission: "cases.assign", input: assignInput, subjects: ofAgency },
  procedure: commands.ASSIGN_CASE_OFFICER,
  given: commands.givenAssignment,
  answer: commands.answerOfAssignment,
});

/** Tells the names of a case's parties; reading personal data is a write, since the audit notes it. */
export const openCaseParties = defineOperation({
  ...{ name: "cases.openParties", permission: "cases.parties", input: openPartiesInput, subjects: ofAgency },
  ...{ procedure: parties.OPEN_CASE_PARTIES, given: parties.givenParties, answer: parties.answerOfParties },
  holdsSecret: true,
});

export const findCaseParties = defineOperation({
  ...{ name: "cases.findParties", permission: "cases.parties", input: findPartiesInput, subjects: ofAgency },
  ...{ procedure: parties.FIND_CASE_PARTIES, given: parties.givenParties, answer: parties.answerOfFound },
  holdsSecret: true,
});

export const eraseCaseParties = defineOperation({
  ...{ name: "cases.eraseParties", permission: "cases.erase", input: erasePartiesInput, subjects: ofAgency },
  ...{ procedure: parties.ERASE_CASE_PARTIES, given: parties.givenParties, answer: parties.answerOfErased },
});

/** Writes a part of the staged cases; see lib/cases/imports. */
export const importCases = defineOperation({
  ...{ name: "cases.importCases", permission: "cases.enter", input: importCasesInput, subjects: ofAgencies },
  ...{ procedure: imports.IMPORT_CASES, given: imports.givenPart, answer: imports.answerOfPart },
});

/** Writes a part of the staged events; see lib/cases/imports. */
export const importCaseEvents = defineOperation({
  ...{
    name: "cases.importEvents",
    permission: "cases.enter",
    input: importEventsInput,
    subjects: ofAgencies,
  },
  ...{ procedure: imports.IMPORT_CASE_EVENTS, given: imports.givenPart, answer: imports.answerOfPart },
});

/** Says why a typed report differs from the register in one column. */
export const explainDifference = defineOperation({
  ...{ name: "cases.explainDifference", permission: "cases.explain", input: explainInput },
  subjects: ({ agency, year, month }) => [{ agency, period: { year, month } }],
  run: explain,
});
