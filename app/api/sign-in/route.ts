import { isOwnOrigin } from "@/lib/actions/origin";
import { cookieOf, sessionCookie } from "@/lib/auth/cookie";
import { addressOf, deviceOf, ownPathOr } from "@/lib/auth/request";
import { closeSession } from "@/lib/auth/session-store";
import { foreignSignIn, signIn } from "@/lib/auth/sign-in";
import { REFUSAL_COOKIE, refusalValue } from "@/lib/auth/sign-in-refusal";
import { Failure } from "@/lib/core/failure";
import { paths } from "@/lib/paths";

/** The sign-in form, without script: opens a session under a new id, ends the one the browser brought, and goes on. */
export async function POST(request: Request): Promise<Response> {
  const form = await request.formData().catch(() => new FormData());
  const field = (name: string) => String(form.get(name) ?? "");
  const back = ownPathOr(paths.home(), field("tiep"));
  try {
    if (!isOwnOrigin(request.headers)) throw foreignSignIn();
    const from = { address: addressOf(request.headers), device: deviceOf(request.headers) };
    const token = await signIn({ login: field("login"), password: field("password"), ...from });
    const { name, options } = sessionCookie();
    const earlier = cookieOf(request.headers.get("cookie"), name);
    if (earlier) await closeSession(earlier);
    const attributes = `Path=/; HttpOnly; SameSite=Lax${options.secure ? "; Secure" : ""}`;
    return goTo(back, `${name}=${token}; ${attributes}`, `${REFUSAL_COOKIE}=; Path=/; Max-Age=0`);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const refusal = refusalValue(error, field("login"));
    return goTo(
      paths.login(back),
      `${REFUSAL_COOKIE}=${refusal}; Path=/; Max-Age=30; HttpOnly; SameSite=Lax`,
    );
  }
}

function goTo(location: string, ...cookies: readonly string[]): Response {
  const headers = new Headers({ location, "cache-control": "no-store" });
  for (const cookie of cookies) headers.append("set-cookie", cookie);
  return new Response(null, { status: 303, headers });
}
