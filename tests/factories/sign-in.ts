import { POST as submitSignIn } from "@/app/api/sign-in/route";
import { apiRoute } from "@/lib/actions/api";
import { signIn } from "@/lib/auth/sign-in";

export const PASSWORD = "mua thu la vang roi";

const whoAmI = apiRoute(async ({ actor }) => ({ login: actor.login }));

/** The status an API answers to whoever sends these headers: 200 or 401. */
export async function statusFor(headers: Record<string, string>): Promise<number> {
  const request = new Request("http://localhost:3000/api/x", { headers });
  return (await whoAmI(request, { params: Promise.resolve({}) })).status;
}

/** The same for the bearer of a session cookie. */
export function statusOf(token: string): Promise<number> {
  return statusFor({ cookie: `thads=${token}` });
}

/** Signs in; answers the session's id. */
export function attempt(login: string, password = PASSWORD): Promise<string> {
  return signIn({ login, password, address: "10.1.2.3", device: "test" });
}

/** Signs in as the form does, with the cookie that the browser brought; answers the cookie it was sent. */
export async function signInByForm(login: string, brought: string, origin = "http://localhost:3000") {
  const body = new URLSearchParams({ login, password: PASSWORD });
  const headers = { cookie: `thads=${brought}`, origin, "x-forwarded-for": "10.4.5.6" };
  const request = new Request(`${origin}/api/sign-in`, { method: "POST", body, headers });
  const cookie = (await submitSignIn(request)).headers.getSetCookie()[0] ?? "";
  return { cookie, token: /=([\w-]*)/.exec(cookie)?.[1] ?? "" };
}
