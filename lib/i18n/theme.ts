import "server-only";
import { cookies } from "next/headers";

export const THEME_COOKIE = "theme";

/** The reader's theme; light unless they chose dark. */
export async function currentTheme(): Promise<"light" | "dark"> {
  return (await cookies()).get(THEME_COOKIE)?.value === "dark" ? "dark" : "light";
}
