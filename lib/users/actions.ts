"use server";

import { defineFormAction } from "@/lib/actions/define-action";
import { paths } from "@/lib/paths";
import { ownOperations, userOperations } from "./operations";

const list = { revalidates: () => [paths.users()] };
const own = { revalidates: () => [paths.ownAccount()] };
const detail = { revalidates: ({ login }: { login: string }) => [paths.users(), paths.user(login)] };

export const createUserAction = defineFormAction(userOperations.create, list);
export const disableUserAction = defineFormAction(userOperations.disable, detail);
export const enableUserAction = defineFormAction(userOperations.enable, detail);
export const resetPasswordAction = defineFormAction(userOperations.resetPassword, detail);
export const assignRoleAction = defineFormAction(userOperations.assignRole, detail);
export const endAssignmentAction = defineFormAction(userOperations.endAssignment, list);
export const revokeSessionsAction = defineFormAction(userOperations.revokeSessions, detail);

// Made from forms only, which send no idempotency key: a key would keep the answer, and so the secret.
export const createTokenAction = defineFormAction(ownOperations.createToken, own);
export const revokeTokenAction = defineFormAction(ownOperations.revokeToken, own);
export const endSessionAction = defineFormAction(ownOperations.endSession, own);

export const changeOwnPasswordAction = defineFormAction(ownOperations.changePassword, {
  withInitialPassword: true,
  redirects: () => `${paths.login()}?da-doi=1`,
});
