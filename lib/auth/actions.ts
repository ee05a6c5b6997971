"use server";

import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import type { ActionState } from "@/lib/actions/define-action";
import { isOwnOrigin } from "@/lib/actions/origin";
import { Failure } from "@/lib/core/failure";
import { paths } from "@/lib/paths";
import { sessionCookie } from "./cookie";
import { addressOf, deviceOf, ownPathOr } from "./request";
import { closeSession } from "./session-store";
import { signIn } from "./sign-in";

/** The sign-in form: opens a session under a new id, ends the one the browser brought, and goes on. */
export async function signInAction(_previous: unknown, form: FormData): Promise<ActionState<never>> {
  const from = await headers();
  const field = (name: string) => (form instanceof FormData ? String(form.get(name) ?? "") : "");
  try {
    if (!isOwnOrigin(from)) throw foreign();
    const token = await signIn({
      login: field("login"),
      password: field("password"),
      address: addressOf(from),
      device: deviceOf(from),
    });
    const jar = await cookies();
    const { name, options } = sessionCookie();
    const earlier = jar.get(name)?.value;
    if (earlier) await closeSession(earlier);
    jar.set(name, token, options);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { status: "refused", code: error.code, text: error.text, details: { login: field("login") } };
  }
  redirect(ownPathOr(paths.work(), field("tiep")));
}

function foreign(): Failure {
  return new Failure("forbidden", {
    vi: "Yêu cầu không đến từ trang đăng nhập của hệ thống nên không được nhận.",
    en: "The request did not come from this system's sign-in page and was not accepted.",
  });
}
