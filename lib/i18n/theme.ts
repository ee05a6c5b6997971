import "server-only";
import { cookies } from "next/headers";
import { THEME_COOKIE } from "./preference-cookies";

/** The reader's theme; light unless they chose dark. */
export async function currentTheme(): Promise<"light" | "dark"> {
  return (await cookies()).get(THEME_COOKIE)?.value === "dark" ? "dark" : "light";
}
