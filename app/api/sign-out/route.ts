import { isOwnOrigin } from "@/lib/actions/origin";
import { cookieOf, sessionCookie } from "@/lib/auth/cookie";
import { signOut } from "@/lib/auth/sign-in";
import { paths } from "@/lib/paths";

/** Ends the session in the database, forgets its cookie, and goes to the sign-in page. */
export async function POST(request: Request): Promise<Response> {
  if (!isOwnOrigin(request.headers)) return new Response(null, { status: 403 });
  const { name, options } = sessionCookie();
  const token = cookieOf(request.headers.get("cookie"), name);
  if (token) await signOut(token);
  const forget = `${name}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax${options.secure ? "; Secure" : ""}`;
  const headers = { location: paths.login(), "set-cookie": forget, "clear-site-data": '"cache"' };
  return new Response(null, { status: 303, headers });
}
