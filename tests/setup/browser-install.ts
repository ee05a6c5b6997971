import { spawnSync } from "node:child_process";
import { findBrowser } from "./browser";

type Say = (line: string) => void;

function isDone(command: string, args: readonly string[], env: Record<string, string> = {}): boolean {
  const result = spawnSync(command, args, {
    stdio: ["ignore", "ignore", "inherit"],
    timeout: 600_000,
    env: { ...process.env, ...env },
  });
  return result.status === 0;
}

const ways: readonly { title: string; isPossible: () => boolean; run: () => boolean }[] = [
  {
    title: "npx playwright install chromium",
    isPossible: () => true,
    run: () =>
      isDone(process.execPath, ["node_modules/@playwright/test/cli.js", "install", "chromium"], {
        PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: "15000",
      }),
  },
  {
    title: "apt-get install chromium",
    isPossible: () => process.platform === "linux" && process.getuid?.() === 0,
    run: () =>
      isDone("apt-get", ["update", "-qq"]) &&
      isDone("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"], {
        DEBIAN_FRONTEND: "noninteractive",
      }),
  },
];

/** The path of a browser, installed now when the machine has none; null when no way led to one. */
export function ensureBrowser(say: Say): string | null {
  const present = findBrowser();
  if (present) {
    say(`Trình duyệt có sẵn / Browser: ${present}`);
    return present;
  }
  for (const way of ways.filter(({ isPossible }) => isPossible())) {
    say(`Máy chưa có Chromium, đang cài bằng / Installing a browser with: ${way.title}`);
    const browser = way.run() ? findBrowser() : null;
    if (browser) return browser;
    say(`  không được / that did not work: ${way.title}`);
  }
  return null;
}
