import "server-only";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { paths } from "@/lib/paths";
import type { Actor } from "./actor";
import { sessionCookie } from "./cookie";
import { actorOfUser } from "./queries";
import { hashOfSecret, nameOfHash } from "./secret";
import { findSession } from "./session-store";

/** Somebody signed in; while `mustChangePassword` they may do nothing but choose a password of their own. */
export type SignedIn = { actor: Actor; mustChangePassword: boolean };

/** Who the id of a session cookie stands for, or null. */
export async function signedInBy(token: string): Promise<SignedIn | null> {
  const session = await findSession(token);
  const actor = session && (await actorOfUser(session.userId, "session"));
  return actor && { actor, mustChangePassword: session.mustChangePassword };
}

/** Who is signed in, also with an initial password; looked up once per request. */
export const signedIn = cache(async (): Promise<SignedIn | null> => {
  const token = (await cookies()).get(sessionCookie().name)?.value;
  return token ? signedInBy(token) : null;
});

/** The name of the session this request came with, to tell it from one's others. */
export async function currentSessionName(): Promise<string | null> {
  const token = (await cookies()).get(sessionCookie().name)?.value;
  return token ? nameOfHash(hashOfSecret(token)) : null;
}

/** Who asks, or null when nobody is signed in or the initial password still stands. */
export async function currentActor(): Promise<Actor | null> {
  const found = await signedIn();
  return found && !found.mustChangePassword ? found.actor : null;
}

/** Who asks; sends everybody else to sign in, or to replace the initial password. */
export async function requireActor(): Promise<Actor> {
  const found = await signedIn();
  if (!found) redirect(paths.login((await headers()).get("x-own-path") ?? undefined));
  if (found.mustChangePassword) redirect(paths.password());
  return found.actor;
}
