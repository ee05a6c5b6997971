import { redirect } from "next/navigation";
import { requireActor } from "@/lib/auth/session";
import { startPath } from "@/lib/auth/start";

export default async function Home() {
  redirect(startPath(await requireActor()));
}
