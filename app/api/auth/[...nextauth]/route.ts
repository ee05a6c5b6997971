import NextAuth from "next-auth";
import { isOwnOrigin, ownOrigins } from "@/lib/actions/origin";
import { authOptions } from "@/lib/auth/next-auth";

type Context = { params: Promise<{ nextauth: string[] }> };

function answer(request: Request, context: Context): Promise<Response> {
  process.env.NEXTAUTH_URL ??= ownOrigins()[0] ?? "";
  return NextAuth(authOptions())(request, context);
}

/** next-auth's own protocol (session, csrf, callback, signout); the sign-in page does not need it. */
export async function GET(request: Request, context: Context): Promise<Response> {
  return answer(request, context);
}

export async function POST(request: Request, context: Context): Promise<Response> {
  if (!isOwnOrigin(request.headers)) return new Response(null, { status: 403 });
  return answer(request, context);
}
