import { defineConfig } from "@playwright/test";
import { findBrowser } from "./tests/setup/browser";

/** A server that already runs, as while writing a test; without it the built application is started. */
const running = process.env.E2E_URL;
const port = Number(process.env.E2E_PORT ?? 3199);
const executablePath = findBrowser();

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results",
  fullyParallel: false,
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL: running ?? `http://localhost:${port}`,
    locale: "vi-VN",
    timezoneId: "Asia/Ho_Chi_Minh",
    screenshot: "only-on-failure",
    trace: "retain-on-failure",
    launchOptions: {
      ...(executablePath === null ? {} : { executablePath }),
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost",
      ],
    },
  },
  projects: [
    { name: "desktop", use: { viewport: { width: 1440, height: 900 } } },
    {
      name: "phone",
      // What the server answers does not depend on the screen.
      testIgnore: "**/headers.spec.ts",
      grepInvert: /@desktop/,
      use: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
    },
  ],
  ...(running === undefined && {
    webServer: {
      command: `"${process.execPath}" --import tsx tests/setup/e2e-server.ts`,
      url: `http://localhost:${port}/api/health/ready`,
      env: { PORT: String(port), APP_ORIGIN: `http://localhost:${port}` },
      reuseExistingServer: false,
      timeout: 15 * 60_000,
      stdout: "pipe",
      stderr: "pipe",
      gracefulShutdown: { signal: "SIGTERM", timeout: 30_000 },
    },
  }),
});
