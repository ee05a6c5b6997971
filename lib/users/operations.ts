import { defineOperation } from "@/lib/actions/operation";
import * as commands from "./commands";
import * as own from "./own/commands";
import * as schema from "./schema";

const administration = { permission: "users.manage", subjects: () => null } as const;
const ownAffairs = { permission: "tokens.own", subjects: () => null } as const;

/** What administrators do with accounts. */
export const userOperations = {
  create: defineOperation({
    ...administration,
    name: "users.create",
    holdsSecret: true,
    input: schema.createUserSchema,
    run: commands.createUser,
  }),
  disable: defineOperation({
    ...administration,
    name: "users.disable",
    input: schema.userSchema,
    run: commands.disableUser,
  }),
  enable: defineOperation({
    ...administration,
    name: "users.enable",
    input: schema.userSchema,
    run: commands.enableUser,
  }),
  resetPassword: defineOperation({
    ...administration,
    name: "users.resetPassword",
    holdsSecret: true,
    input: schema.resetPasswordSchema,
    run: commands.resetPassword,
  }),
  assignRole: defineOperation({
    ...administration,
    name: "users.assignRole",
    input: schema.assignRoleSchema,
    run: commands.assignRole,
  }),
  endAssignment: defineOperation({
    ...administration,
    name: "users.endAssignment",
    input: schema.endAssignmentSchema,
    run: commands.endAssignment,
  }),
  revokeSessions: defineOperation({
    ...administration,
    name: "users.revokeSessions",
    input: schema.userSchema,
    run: commands.revokeSessions,
  }),
};

/** What everybody with a role does with their own account. */
export const ownOperations = {
  changePassword: defineOperation({
    ...ownAffairs,
    name: "users.changeOwnPassword",
    holdsSecret: true,
    permission: "password.own",
    input: schema.changeOwnPasswordSchema,
    run: own.changeOwnPassword,
  }),
  createToken: defineOperation({
    ...ownAffairs,
    name: "tokens.create",
    holdsSecret: true,
    input: schema.createTokenSchema,
    run: own.createToken,
  }),
  endSession: defineOperation({
    ...ownAffairs,
    name: "sessions.end",
    input: schema.endSessionSchema,
    run: own.endSession,
  }),
  revokeToken: defineOperation({
    ...ownAffairs,
    name: "tokens.revoke",
    input: schema.revokeTokenSchema,
    run: own.revokeToken,
  }),
};
