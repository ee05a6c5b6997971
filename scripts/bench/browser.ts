import { type Browser, type BrowserContext, chromium } from "@playwright/test";
import { findBrowser } from "@/tests/setup/browser";
import { median } from "./load";
import { report, say } from "./report";
import type { Stage } from "./stage";

/** "Fast 4G" of Chrome's developer tools: what a phone has in a town; every load begins with an empty cache. */
const fast4G = {
  offline: false,
  downloadThroughput: (9_000_000 / 8) * 0.9,
  uploadThroughput: (1_500_000 / 8) * 0.9,
  latency: 60 * 2.75,
};
const SLOWER_PROCESSOR = 4;
const ROUNDS = 5;

const pages = ["/tong-quan?year=2022&month=12", "/ket-qua?year=2022&month=12"] as const;

type Vitals = { largestPaint: number; shift: number };

/** How soon the leaders' pages are there and how still they stand, in a browser on a slow phone and line. */
export async function auditInBrowser({ productUrl, cookie }: Stage): Promise<void> {
  const executablePath = findBrowser();
  if (executablePath === null) throw new Error("no browser to audit with");
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
  try {
    say(
      `\nbrowser audit: Chromium, network "Fast 4G" (165 ms, 8.1 Mbit/s), processor ${SLOWER_PROCESSOR}× slower`,
    );
    for (const path of pages) {
      const seen: Vitals[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        seen.push(await vitalsOf(await signedIn(browser, productUrl, cookie), productUrl + path));
      }
      const [name = path] = path.split("?");
      const paints = seen.map(({ largestPaint }) => largestPaint / 1_000);
      say(`  ${name} LCP ${paints.map((paint) => paint.toFixed(2)).join(" ")} s`);
      report(`LCP ${name}`, median(paints), 1.2, "≤", "s");
      report(`CLS ${name}`, Math.max(...seen.map(({ shift }) => shift)), 0.02, "≤", "");
    }
  } finally {
    await browser.close();
  }
}

async function signedIn(browser: Browser, url: string, cookie: string): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const cookies = cookie.split("; ").map((pair) => {
    const [name = "", ...value] = pair.split("=");
    return { name, value: value.join("="), url };
  });
  await context.addCookies(cookies);
  return context;
}

/** Loads a page once from nothing; the largest paint and all shifts until it has stood still for a second. */
async function vitalsOf(context: BrowserContext, url: string): Promise<Vitals> {
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send("Network.enable");
  await devtools.send("Network.emulateNetworkConditions", fast4G);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: SLOWER_PROCESSOR });
  await page.goto(url, { waitUntil: "load" });
  const vitals = await page.evaluate(
    () =>
      new Promise<Vitals>((resolve) => {
        const found = { largestPaint: 0, shift: 0 };
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) found.largestPaint = entry.startTime;
        }).observe({ type: "largest-contentful-paint", buffered: true });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries())
            found.shift += (entry as PerformanceEntry & { value: number }).value;
        }).observe({ type: "layout-shift", buffered: true });
        setTimeout(() => resolve(found), 1_000);
      }),
  );
  await context.close();
  return vitals;
}
