import type { WriteContext } from "@/lib/actions/operation";
import { hashPassword, randomPassword } from "@/lib/auth/password";
import { closeSessionsOf } from "@/lib/auth/session-store";
import { unlockAccount } from "@/lib/auth/throttle";
import { type Day, day, dayOfInstant } from "@/lib/core/day";
import { Failure } from "@/lib/core/failure";
import { dateOfDay } from "@/lib/db/day";
import { assertAssignable, assertPassword, PASSWORD_RULES_KEY, passwordRulesOf } from "./rules";
import type { AssignRole, CreateUser, EndAssignment, ResetPassword } from "./schema";

/** What an administrator gets to hand over; null when they chose the password themselves. Shown once. */
export type InitialPassword = { login: string; initialPassword: string | null };

/** Creates an account with its first role; without a password makes a random one that must be replaced. */
export async function createUser(context: WriteContext, input: CreateUser): Promise<InitialPassword> {
  const { login, name } = input;
  if (await context.tx.user.findUnique({ where: { login }, select: { id: true } })) {
    const text = { vi: `Tên đăng nhập «${login}» đã có người dùng.`, en: `The login “${login}” is taken.` };
    throw new Failure("invalid", text, { fields: { login: text } });
  }
  const chosen = await choosePassword(context, input.password, [login, name]);
  const { id } = await context.tx.user.create({
    data: { login, name, ...chosen.columns, createdAt: context.now },
    select: { id: true },
  });
  const { payload, data } = assignmentOf(context, id, input);
  await context.tx.roleAssignment.create({ data });
  await context.audit({ chain: "users", action: "user.create", subject: `user:${login}`, payload });
  return { login, initialPassword: chosen.initialPassword };
}

/** Closes an account: sessions end and tokens are revoked; what the person did stays theirs. */
export async function disableUser(context: WriteContext, { login }: { login: string }): Promise<null> {
  const { id } = await getUserRow(context, login);
  if (id === context.actor.userId) {
    throw new Failure("precondition", {
      vi: "Không thể tự khóa tài khoản đang dùng.",
      en: "You cannot disable the account you are using.",
    });
  }
  const { tx, now } = context;
  await tx.user.update({ where: { id }, data: { disabledAt: now, version: { increment: 1 } } });
  await closeSessionsOf(tx, id, now);
  await tx.apiToken.updateMany({ where: { userId: id, revokedAt: null }, data: { revokedAt: now } });
  await context.audit({ chain: "users", action: "user.disable", subject: `user:${login}` });
  return null;
}

/** Opens a disabled account again; its old sessions and tokens stay ended. */
export async function enableUser(context: WriteContext, { login }: { login: string }): Promise<null> {
  const { id } = await getUserRow(context, login);
  await context.tx.user.update({ where: { id }, data: { disabledAt: null, version: { increment: 1 } } });
  await context.audit({ chain: "users", action: "user.enable", subject: `user:${login}` });
  return null;
}

/** Gives a new initial password, ends all sessions and lifts a lock. */
export async function resetPassword(context: WriteContext, input: ResetPassword): Promise<InitialPassword> {
  const { login } = input;
  const { id, name } = await getUserRow(context, login);
  const chosen = await choosePassword(context, input.password, [login, name]);
  await context.tx.user.update({ where: { id }, data: { ...chosen.columns, version: { increment: 1 } } });
  await closeSessionsOf(context.tx, id, context.now);
  await unlockAccount(context.tx, login);
  await context.audit({ chain: "users", action: "user.resetPassword", subject: `user:${login}` });
  return { login, initialPassword: chosen.initialPassword };
}

/** Gives a role at an agency for a time; open sessions end, so that the change holds at once. */
export async function assignRole(
  context: WriteContext,
  input: AssignRole,
): Promise<{ assignmentId: string }> {
  const { login } = input;
  const { id } = await getUserRow(context, login);
  const { payload, data } = assignmentOf(context, id, input);
  const { id: assignmentId } = await context.tx.roleAssignment.create({ data, select: { id: true } });
  await closeSessionsOf(context.tx, id, context.now);
  await context.audit({ chain: "users", action: "user.assignRole", subject: `user:${login}`, payload });
  return { assignmentId };
}

/** Ends a role from a day on (today when not said); open sessions end. */
export async function endAssignment(context: WriteContext, input: EndAssignment): Promise<null> {
  const { tx, now } = context;
  const row = await tx.roleAssignment.findUnique({
    where: { id: input.assignmentId },
    include: { user: { select: { id: true, login: true } } },
  });
  if (!row) throw noSuch();
  const validUntil = input.validUntil === undefined ? dayOfInstant(now) : day(input.validUntil);
  if (dateOfDay(validUntil) <= row.validFrom) {
    const text = { vi: "Ngày thôi phải sau ngày bắt đầu.", en: "The end must be after the start." };
    throw new Failure("invalid", text, { fields: { validUntil: text } });
  }
  await tx.roleAssignment.update({ where: { id: row.id }, data: { validUntil: dateOfDay(validUntil) } });
  await closeSessionsOf(tx, row.user.id, now);
  const payload = { role: row.role, agency: row.agencyCode, validUntil };
  await context.audit({
    chain: "users",
    action: "user.endAssignment",
    subject: `user:${row.user.login}`,
    payload,
  });
  return null;
}

/** Signs somebody out everywhere. */
export async function revokeSessions(
  context: WriteContext,
  { login }: { login: string },
): Promise<{ ended: number }> {
  const { id } = await getUserRow(context, login);
  const ended = await closeSessionsOf(context.tx, id, context.now);
  await context.audit({
    chain: "users",
    action: "session.revoke",
    subject: `user:${login}`,
    payload: { ended },
  });
  return { ended };
}

/** The row of a login, or the refusal that it does not exist. */
export async function getUserRow(
  context: WriteContext,
  login: string,
): Promise<{ id: string; name: string }> {
  const row = await context.tx.user.findUnique({ where: { login }, select: { id: true, name: true } });
  if (!row) throw noSuch();
  return row;
}

const OPERATOR_LEAST = 8;

/** A chosen password under the rules, or a random initial one. The machine's operator may choose a shorter one. */
async function choosePassword(
  context: WriteContext,
  wanted: string | undefined,
  personal: readonly string[],
) {
  const initialPassword = wanted === undefined ? randomPassword() : null;
  if (wanted !== undefined) {
    const setting = await context.tx.setting.findUnique({ where: { key: PASSWORD_RULES_KEY } });
    const rules = passwordRulesOf(setting?.value);
    const isOperator = context.actor.via === "system";
    const least = isOperator ? { minLength: OPERATOR_LEAST, minDistinct: 1, blocked: [] } : {};
    assertPassword("password", wanted, { ...rules, ...least }, isOperator ? [] : personal);
  }
  const passwordHash = await hashPassword(wanted ?? initialPassword ?? randomPassword());
  return { initialPassword, columns: { passwordHash, mustChangePassword: wanted === undefined } };
}

function assignmentOf(context: WriteContext, userId: string, input: Omit<AssignRole, "login">) {
  const { role, agency, acting, decisionNumber } = input;
  if (!context.organisation.kinds.has(agency)) {
    const text = { vi: `Không có cơ quan mã «${agency}».`, en: `There is no agency with code “${agency}”.` };
    throw new Failure("invalid", text, { fields: { agency: text } });
  }
  const validFrom: Day = input.validFrom === undefined ? dayOfInstant(context.now) : day(input.validFrom);
  const validUntil = input.validUntil === undefined ? undefined : day(input.validUntil);
  assertAssignable({ validFrom, validUntil, acting, decisionNumber });
  return {
    payload: {
      role,
      agency,
      validFrom,
      validUntil: validUntil ?? null,
      acting,
      decisionNumber: decisionNumber ?? null,
    },
    data: {
      userId,
      role,
      agencyCode: agency,
      validFrom: dateOfDay(validFrom),
      validUntil: validUntil === undefined ? null : dateOfDay(validUntil),
      acting,
      decisionNumber: decisionNumber ?? null,
    },
  };
}

function noSuch(): Failure {
  return new Failure("not-found", { vi: "Không tìm thấy tài khoản này.", en: "There is no such account." });
}
