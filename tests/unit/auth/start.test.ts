import { expect, test } from "vitest";
import type { Assignment, Role } from "@/lib/auth/actor";
import { startPath } from "@/lib/auth/start";
import { paths } from "@/lib/paths";

const as = (...roles: Role[]) => startPath({ assignments: roles.map((role) => ({ role }) as Assignment) });

test.each([
  [["CLERK"], paths.work()],
  [["LEADER"], paths.overview()],
  [["OFFICER"], paths.cases()],
  [["AUDITOR"], paths.work()],
  [["LEADER", "APPROVER"], paths.work()],
  [["OFFICER", "CLERK"], paths.work()],
  [["LEADER", "OFFICER"], paths.overview()],
] as [Role[], string][])("%j begin at %s", (roles, path) => expect(as(...roles)).toBe(path));
