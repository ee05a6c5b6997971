import "server-only";
import type { NextAuthOptions } from "next-auth";
import type { JWT } from "next-auth/jwt";
import CredentialsProvider from "next-auth/providers/credentials";
import { Failure } from "@/lib/core/failure";
import { paths } from "@/lib/paths";
import { sessionCookie } from "./cookie";
import { actorOfUser } from "./queries";
import { addressOf, deviceOf } from "./request";
import { ABSOLUTE_MS, findSession } from "./session-store";
import { signIn, signOut } from "./sign-in";

/** next-auth calls its cookie a JWT; here it is the opaque id of a session row, and nothing is read from it. */
async function decode({ token }: { token?: string }): Promise<JWT | null> {
  const session = token ? await findSession(token) : null;
  return session && token ? { sub: session.userId, session: token } : null;
}

async function encode({ token }: { token?: JWT }): Promise<string> {
  return typeof token?.session === "string" ? token.session : "";
}

async function authorize(credentials: Record<string, string> | undefined, headers: Record<string, string>) {
  const { login = "", password = "" } = credentials ?? {};
  const from = { get: (name: string) => headers[name] ?? null };
  try {
    const session = await signIn({ login, password, address: addressOf(from), device: deviceOf(from) });
    return { id: session };
  } catch (error) {
    if (error instanceof Failure) return null;
    throw error;
  }
}

/** next-auth's credentials sign-in over our own revocable sessions. */
export function authOptions(): NextAuthOptions {
  const { name, options } = sessionCookie();
  return {
    providers: [
      CredentialsProvider({
        credentials: { login: { type: "text" }, password: { type: "password" } },
        authorize: (credentials, request) => authorize(credentials, request.headers ?? {}),
      }),
    ],
    session: { strategy: "jwt", maxAge: ABSOLUTE_MS / 1000 },
    jwt: { encode, decode },
    cookies: { sessionToken: { name, options } },
    useSecureCookies: options.secure,
    pages: { signIn: paths.login(), error: paths.login(), signOut: paths.login() },
    callbacks: {
      jwt: ({ token, user }) => (user ? { session: user.id } : token),
      session: async ({ session, token }) => {
        const actor = token.sub ? await actorOfUser(token.sub, "session") : null;
        return { ...session, user: { name: actor?.name ?? null } };
      },
    },
    events: { signOut: async ({ token }) => endSession(token) },
    // An ended session is no error: next-auth would print every one.
    logger: { error: () => undefined, warn: () => undefined, debug: () => undefined },
  };
}

async function endSession(token: JWT | null): Promise<void> {
  if (typeof token?.session === "string") await signOut(token.session);
}
