import "server-only";
import { recordAudit } from "@/lib/audit/commands";
import { now } from "@/lib/clock";
import { Failure } from "@/lib/core/failure";
import { rawClient } from "@/lib/db/client";
import { isPassword } from "./password";
import { closeSession, findSession, openSession } from "./session-store";
import { ACCOUNT, forgetOldTries, giveBack, NETWORK, networkOf, takeTry } from "./throttle";

export type SignInAttempt = { login: string; password: string; address: string; device: string };

/** Signs somebody in and returns the id for their cookie; one refusal for unknown, wrong and disabled alike. */
export async function signIn(attempt: SignInAttempt): Promise<string> {
  const at = now();
  const login = attempt.login.trim().toLowerCase().slice(0, 64);
  const network = networkOf(attempt.address);
  const user = await rawClient().user.findUnique({
    where: { login },
    select: { id: true, passwordHash: true, disabledAt: true },
  });
  const wait = (await takeTry(NETWORK, network, at)) ?? (await takeTry(ACCOUNT, login, at));
  if (wait) throw tooManyTries(wait);
  const password = attempt.password.slice(0, 1024);
  const fits = await isPassword(user && !user.disabledAt ? user.passwordHash : null, password);
  if (!user || !fits) {
    await forgetOldTries(at);
    throw wrong();
  }
  await giveBack(ACCOUNT, login);
  await giveBack(NETWORK, network);
  const token = await openSession(user.id, attempt.device);
  await rawClient().$transaction((tx) =>
    recordAudit(tx, user.id, { chain: "users", action: "session.open", subject: `user:${login}` }),
  );
  return token;
}

/** Signs out: the cookie's id is worth nothing from now on. */
export async function signOut(token: string): Promise<void> {
  const session = await findSession(token);
  await closeSession(token);
  if (!session) return;
  await rawClient().$transaction((tx) =>
    recordAudit(tx, session.userId, {
      chain: "users",
      action: "session.close",
      subject: `user:${session.userId}`,
    }),
  );
}

/** Whether somebody already signed in knows their own password; counted like tries to sign in. */
export async function confirmPassword(userId: string, password: string): Promise<boolean> {
  const wait = await takeTry(ACCOUNT, `confirm:${userId}`, now());
  if (wait) throw tooManyTries(wait);
  const user = await rawClient().user.findUnique({ where: { id: userId }, select: { passwordHash: true } });
  const fits = await isPassword(user?.passwordHash ?? null, password.slice(0, 1024));
  if (fits) await giveBack(ACCOUNT, `confirm:${userId}`);
  return fits;
}

function wrong(): Failure {
  return new Failure("invalid", {
    vi: "Tên đăng nhập hoặc mật khẩu không đúng.",
    en: "The login or the password is not right.",
  });
}

function tooManyTries(at: Date): Failure {
  const until = new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(11, 19);
  return new Failure(
    "precondition",
    {
      vi: `Đã thử sai nhiều lần. Hãy thử lại sau ${until}, hoặc nhờ quản trị cấp lại mật khẩu.`,
      en: `Too many failed tries. Try again after ${until}, or ask an administrator to reset the password.`,
    },
    { details: { until } },
  );
}

/** The refusal of a sign-in that another site's page sent. */
export function foreignSignIn(): Failure {
  return new Failure("forbidden", {
    vi: "Yêu cầu không đến từ trang đăng nhập của hệ thống.",
    en: "The request did not come from this system's sign-in page.",
  });
}
