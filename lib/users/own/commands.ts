import type { WriteContext } from "@/lib/actions/operation";
import { hashPassword } from "@/lib/auth/password";
import { hashOfSecret, nameOfHash, newSecret } from "@/lib/auth/secret";
import { closeSessionsOf, listSessions } from "@/lib/auth/session-store";
import { confirmPassword } from "@/lib/auth/sign-in";
import { Failure } from "@/lib/core/failure";
import type { Text } from "@/lib/core/locale";
import { getUserRow } from "../commands";
import { assertPassword, PASSWORD_RULES_KEY, passwordRulesOf } from "../rules";
import type { ChangeOwnPassword, CreateToken, EndSession, RevokeToken } from "../schema";

/** Replaces one's own password after confirming the old one; every session ends, this one too. */
export async function changeOwnPassword(context: WriteContext, input: ChangeOwnPassword): Promise<null> {
  const { tx, actor, now } = context;
  const { current, next, repeat } = input;
  if (next !== repeat)
    refuse("repeat", { vi: "Hai lần nhập chưa giống nhau.", en: "The two entries differ." });
  if (next === current)
    refuse("next", { vi: "Mật khẩu mới phải khác mật khẩu cũ.", en: "Choose another than the old one." });
  const setting = await tx.setting.findUnique({ where: { key: PASSWORD_RULES_KEY } });
  assertPassword("next", next, passwordRulesOf(setting?.value), [actor.login, actor.name]);
  if (!(await confirmPassword(actor.userId, current))) {
    refuse("current", { vi: "Mật khẩu hiện tại không đúng.", en: "The current password is not right." });
  }
  const passwordHash = await hashPassword(next);
  const data = { passwordHash, mustChangePassword: false, version: { increment: 1 } };
  await tx.user.update({ where: { id: actor.userId }, data });
  await closeSessionsOf(tx, actor.userId, now);
  await context.audit({ chain: "users", action: "user.changeOwnPassword", subject: `user:${actor.login}` });
  return null;
}

/** Makes an API token that acts as its user; the token itself is answered once and never stored. */
export async function createToken(
  context: WriteContext,
  input: CreateToken,
): Promise<{ tokenId: string; token: string }> {
  const { tx, actor, now } = context;
  const login = input.login ?? actor.login;
  if (login !== actor.login && actor.via !== "system") throw noSuch();
  const { id: userId } = await getUserRow(context, login);
  const token = `thads_${newSecret()}`;
  const { id: tokenId } = await tx.apiToken.create({
    data: { tokenHash: hashOfSecret(token), userId, label: input.label, createdAt: now },
    select: { id: true },
  });
  await context.audit({
    chain: "users",
    action: "token.create",
    subject: `user:${login}`,
    payload: { tokenId },
  });
  return { tokenId, token };
}

/** Revokes one of one's own tokens; the operator may revoke anybody's. */
export async function revokeToken(context: WriteContext, { tokenId }: RevokeToken): Promise<null> {
  const { tx, actor, now } = context;
  const owner = actor.via === "system" ? {} : { userId: actor.userId };
  const { count } = await tx.apiToken.updateMany({
    where: { id: tokenId, revokedAt: null, ...owner },
    data: { revokedAt: now },
  });
  if (count === 0) throw noSuch();
  await context.audit({ chain: "users", action: "token.revoke", subject: `token:${tokenId}` });
  return null;
}

/** Ends one of one's own sessions, wherever it is signed in. */
export async function endSession(context: WriteContext, { sessionId }: EndSession): Promise<null> {
  const { tx, actor, now } = context;
  if (actor.via === "system") throw noSuch();
  const found = (await listSessions(tx, actor.userId)).find(
    (each) => nameOfHash(each.tokenHash) === sessionId,
  );
  if (!found) throw noSuch();
  await tx.session.updateMany({
    where: { tokenHash: found.tokenHash, userId: actor.userId, revokedAt: null },
    data: { revokedAt: now },
  });
  await context.audit({
    chain: "users",
    action: "session.end",
    subject: `user:${actor.login}`,
    payload: { sessionId, device: found.device },
  });
  return null;
}

function refuse(field: string, text: Text): never {
  throw new Failure("invalid", text, { fields: { [field]: text } });
}

function noSuch(): Failure {
  return new Failure("not-found", { vi: "Không tìm thấy.", en: "Not found." });
}
