import { existsSync } from "node:fs";
import path from "node:path";
import { chromium } from "@playwright/test";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const macPaths = ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];

/** The browser that the tests drive: CHROMIUM_PATH, one of the system's, else Playwright's own; null when none. */
export function findBrowser(): string | null {
  const given = process.env.CHROMIUM_PATH;
  if (given) return given;
  const folders = (process.env.PATH ?? "").split(path.delimiter);
  const candidates = folders.flatMap((folder) => names.map((name) => path.join(folder, name)));
  return [...candidates, ...macPaths, chromium.executablePath()].find((file) => existsSync(file)) ?? null;
}
