import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { prepare } from "./prepare.mjs";

process.chdir(new URL("..", import.meta.url).pathname);
await prepare({ withDev: true });

const { register } = await import("tsx/esm/api");
register();
const { ensureBrowser } = await import("../tests/setup/browser-install.ts");
const browser = ensureBrowser((line) => console.log(`▸ ${line}`));

const reports = mkdtempSync(path.join(tmpdir(), "thads-report-"));
const stageLimit = 40 * 60_000;

function tool(script, ...args) {
  return [path.join("node_modules", script), ...args];
}

function runNode(args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...process.env, ...env },
      timeout: stageLimit,
    });
    child.once("error", () => resolve(1));
    child.once("exit", (code) => resolve(code ?? 1));
  });
}

/** A stage that counts as one: every command of it must end well. */
function single(...commands) {
  return async () => {
    for (const args of commands) {
      if ((await runNode(args)) !== 0) return { passed: 0, failed: 1 };
    }
    return { passed: 1, failed: 0 };
  };
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}

/** A runner that stopped early, ran nothing or failed outside its tests has failed, whatever it counted. */
function settle(code, { passed, failed, skipped }) {
  if (skipped > 0) console.log(`${skipped} bỏ qua, tính là hỏng / skipped, counted as failed`);
  const total = failed + skipped;
  if (passed + total === 0) console.log("Không có kiểm thử nào chạy / No test ran");
  const isBroken = passed === 0 || (code !== 0 && total === 0);
  return { passed, failed: total + (isBroken ? 1 : 0) };
}

function vitest(...projects) {
  return async () => {
    const file = path.join(reports, `${projects.join("-")}.json`);
    const selected = projects.flatMap((name) => ["--project", name]);
    const reporters = ["--reporter=dot", "--reporter=json", `--outputFile.json=${file}`];
    const code = await runNode(tool("vitest/vitest.mjs", "run", ...selected, ...reporters));
    const report = readReport(file);
    if (report === null) return { passed: 0, failed: 1 };
    const unloaded = report.testResults.filter(
      ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
    );
    return settle(code, {
      passed: report.numPassedTests,
      failed: report.numFailedTests + unloaded.length,
      skipped: report.numPendingTests + report.numTodoTests,
    });
  };
}

async function playwright() {
  if (browser === null) {
    console.log(
      "Không tìm thấy và không cài được Chromium: hãy cài nó hoặc đặt CHROMIUM_PATH. / " +
        "No Chromium was found and none could be installed: install one or set CHROMIUM_PATH.",
    );
    return { passed: 0, failed: 1 };
  }
  const file = path.join(reports, "playwright.json");
  const code = await runNode(tool("@playwright/test/cli.js", "test", "--reporter=list,json"), {
    CHROMIUM_PATH: browser,
    PLAYWRIGHT_JSON_OUTPUT_FILE: file,
  });
  const report = readReport(file);
  if (report === null) return { passed: 0, failed: 1 };
  for (const { message } of report.errors) console.log(message);
  const { expected, unexpected, flaky, skipped } = report.stats;
  return settle(code, { passed: expected, failed: unexpected + flaky + report.errors.length, skipped });
}

const stages = [
  ["Kiểm tra mã / lint", single(tool("@biomejs/biome/bin/biome", "ci", "--error-on-warnings", "."))],
  ["Kiểu / types", single(tool("next/dist/bin/next", "typegen"), tool("typescript/bin/tsc", "--noEmit"))],
  ["Kiến trúc và đơn vị / architecture, unit", vitest("architecture", "unit")],
  ["Mã thừa / unused code (knip)", single(tool("knip/bin/knip.js", "--no-progress"))],
  ["Trùng lặp / duplication (jscpd)", single(tool("jscpd/bin/jscpd", "."))],
  ["Tích hợp trên PostgreSQL / integration", vitest("integration")],
  ["Dựng / build", single(["scripts/start.mjs", "--build-only"])],
  ["Trình duyệt / browser", playwright],
];

const only = process.argv.slice(2);
const outcomes = [];
for (const [name, run] of stages.filter(
  ([title]) => only.length === 0 || only.some((word) => title.includes(word)),
)) {
  console.log(`\n━━ ${name} ━━`);
  const start = performance.now();
  const outcome = await run();
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`━━ ${name}: ${outcome.passed} passed, ${outcome.failed} failed · ${seconds} s`);
  outcomes.push({ name, seconds, ...outcome });
}
rmSync(reports, { recursive: true, force: true });

console.log("");
for (const { name, passed, failed, seconds } of outcomes) {
  console.log(`${failed === 0 ? "✓" : "✗"} ${name.padEnd(44)} ${passed}/${passed + failed} · ${seconds} s`);
}
const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed, 0);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
