import { expect, test } from "vitest";
import type { Organisation } from "@/lib/agencies/types";
import { ROLES, systemActor } from "@/lib/auth/actor";
import { can, canSomewhere, GRANTS, PERMISSIONS, type Reach } from "@/lib/auth/permissions";
import { day } from "@/lib/core/day";

const words: Record<Reach, string> = {
  own: "at the own agency",
  children: "at agencies directly below",
  ownAndChildren: "at the own agency and directly below",
  subtree: "at the own agency, all below and its predecessors",
  everywhere: "everywhere",
};

test("every cell of the permission table was decided on purpose", () => {
  const table = PERMISSIONS.map((permission) => {
    const cells = ROLES.flatMap((role) => {
      const reach = GRANTS[role][permission];
      return reach === undefined ? [] : [`  ${role} ${words[reach]}`];
    });
    return [permission, ...(cells.length > 0 ? cells : ["  nobody"])].join("\n");
  }).join("\n");
  expect(`\n${table}\n`).toMatchInlineSnapshot(`
    "
    results.read
      CLERK at the own agency, all below and its predecessors
      APPROVER at the own agency, all below and its predecessors
      GENERAL_STAFF everywhere
      LEADER at the own agency, all below and its predecessors
      AUDITOR everywhere
    results.record
      CLERK at the own agency
    results.submit
      CLERK at the own agency
    results.import
      CLERK at the own agency and directly below
    results.importHistory
      GENERAL_STAFF everywhere
    results.approve
      APPROVER at the own agency
    results.return
      APPROVER at the own agency and directly below
      GENERAL_STAFF everywhere
    results.supplement
      CLERK at the own agency
    signals.answer
      CLERK at the own agency and directly below
      APPROVER at the own agency and directly below
      GENERAL_STAFF everywhere
    cases.read
      CLERK at the own agency, all below and its predecessors
      APPROVER at the own agency, all below and its predecessors
      GENERAL_STAFF everywhere
      LEADER at the own agency, all below and its predecessors
      AUDITOR everywhere
    cases.readOwn
      OFFICER at the own agency
    cases.enter
      CLERK at the own agency and directly below
    cases.record
      CLERK at the own agency
      OFFICER at the own agency
    cases.assign
      APPROVER at the own agency
    cases.parties
      CLERK at the own agency
      APPROVER at the own agency
      OFFICER at the own agency
    cases.erase
      APPROVER at the own agency
    cases.explain
      CLERK at the own agency
      APPROVER at the own agency
    summaries.sign
      APPROVER at the own agency
    summaries.excuse
      APPROVER at agencies directly below
    summaries.accept
      GENERAL_STAFF everywhere
    targets.assign
      GENERAL_STAFF everywhere
    campaigns.plan
      CLERK at the own agency
      APPROVER at the own agency
      GENERAL_STAFF everywhere
    campaigns.issue
      APPROVER at the own agency
      GENERAL_STAFF everywhere
    campaigns.join
      CLERK at the own agency
      APPROVER at the own agency
    campaigns.verify
      APPROVER at agencies directly below
      GENERAL_STAFF everywhere
    periods.manage
      GENERAL_STAFF everywhere
      ADMIN everywhere
    calendar.manage
      GENERAL_STAFF everywhere
      ADMIN everywhere
    agencies.manage
      ADMIN everywhere
    users.manage
      ADMIN everywhere
    tokens.own
      CLERK everywhere
      APPROVER everywhere
      OFFICER everywhere
      GENERAL_STAFF everywhere
      LEADER everywhere
      AUDITOR everywhere
      ADMIN everywhere
    password.own
      CLERK everywhere
      APPROVER everywhere
      OFFICER everywhere
      GENERAL_STAFF everywhere
      LEADER everywhere
      AUDITOR everywhere
      ADMIN everywhere
    preferences.own
      CLERK everywhere
      APPROVER everywhere
      OFFICER everywhere
      GENERAL_STAFF everywhere
      LEADER everywhere
      AUDITOR everywhere
      ADMIN everywhere
    digest.send
      nobody
    audit.read
      AUDITOR everywhere
    councils.manage
      APPROVER at the own agency
      GENERAL_STAFF everywhere
    ballots.serve
      CLERK everywhere
      APPROVER everywhere
      OFFICER everywhere
      GENERAL_STAFF everywhere
      LEADER everywhere
      AUDITOR everywhere
      ADMIN everywhere
    "
  `);
});

const nowhere: Organisation = {
  revision: 0n,
  kinds: new Map(),
  versions: new Map(),
  shares: new Map(),
  predecessors: new Map(),
  successors: new Map(),
};

test("without a role nothing is allowed, and the machine's operator is allowed everything", () => {
  const nobody = { ...systemActor("x"), via: "session" as const };
  const place = { agency: "cuc-hung-yen", day: day("2022-09-30") };
  for (const permission of PERMISSIONS) {
    expect(can(nobody, permission, place, nowhere)).toBe(false);
    expect(can(nobody, permission, null, nowhere)).toBe(false);
    expect(canSomewhere(nobody, permission)).toBe(false);
    expect(can(systemActor("x"), permission, null, nowhere)).toBe(true);
  }
});

test("a permission that reaches only some agencies does not open what belongs to none", () => {
  const clerk = {
    ...systemActor("x"),
    via: "session" as const,
    assignments: [{ role: "CLERK" as const, agency: "a", acting: false }],
  };
  expect(can(clerk, "results.record", { agency: "a", day: day("2022-09-30") }, nowhere)).toBe(true);
  expect(can(clerk, "results.record", { agency: "b", day: day("2022-09-30") }, nowhere)).toBe(false);
  expect(can(clerk, "results.record", null, nowhere)).toBe(false);
  expect(can(clerk, "tokens.own", null, nowhere)).toBe(true);
});
