import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire, Module } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const modules = path.join(root, "node_modules");
const generated = path.join(root, "lib/db/generated");
const generatedStamp = path.join(generated, ".schema-sha256");
const minimum = [20, 19];

/** Something that the person at the keyboard can act on: printed without a stack. */
class PrepareError extends Error {}

function sha256(file) {
  return createHash("sha256").update(readFileSync(file)).digest("hex");
}

function assertNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const isOldEnough = major > minimum[0] || (major === minimum[0] && minor >= minimum[1]);
  if (isOldEnough && major < 25) return;
  throw new PrepareError(
    `Cần Node.js từ 20.19 đến trước 25, máy này đang chạy ${version}: hãy cài bản 22 từ nodejs.org. / ` +
      `Node.js 20.19 or newer, below 25, is needed and this is ${version}: install version 22 from nodejs.org.`,
  );
}

function run(command, args, { env = {}, title = null }) {
  if (title !== null) console.log(`▸ ${title}`);
  const output = title === null ? "pipe" : "inherit";
  const result = spawnSync(command, args, {
    cwd: root,
    stdio: ["ignore", output, output],
    env: { ...process.env, ...env },
    shell: process.platform === "win32",
  });
  if (result.status === 0) return;
  if (title === null) process.stderr.write(`${result.stdout ?? ""}${result.stderr ?? ""}`);
  const reason = result.error?.message ?? `mã thoát / exit code ${result.status}`;
  throw new PrepareError(
    `Không thực hiện được “${command} ${args.join(" ")}” (${reason}); nguyên nhân ở các dòng trên. / ` +
      `That command failed; the lines above say why.`,
  );
}

function packagesOf(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).packages : null;
}

/** What npm says it installed (its own hidden lock file, written last) against what the lock asks for. */
function installed(withDev) {
  const wanted = packagesOf(path.join(root, "package-lock.json"));
  const present = packagesOf(path.join(modules, ".package-lock.json")) ?? {};
  const entries = Object.entries(wanted).filter(([name, { optional }]) => name !== "" && !optional);
  const isPresent = ([name, { version, integrity }]) =>
    present[name]?.version === version && present[name]?.integrity === integrity;
  return {
    isComplete: entries
      .filter(([, { dev, devOptional }]) => withDev || !(dev || devOptional))
      .every(isPresent),
    hasDev: Object.values(present).some(({ dev }) => dev),
  };
}

function install(withDev) {
  const { isComplete, hasDev } = installed(withDev);
  if (isComplete) return;
  const scope = withDev || hasDev ? "--include=dev" : "--omit=dev";
  run("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error", scope], {
    title: "Cài các gói theo package-lock.json (lần đầu mất một hai phút) / Installing packages",
  });
}

/** Takes half a second and says nothing: whoever runs one command reads that command's answer only. */
function generateClient() {
  const schema = sha256(path.join(root, "prisma/schema.prisma"));
  if (existsSync(generatedStamp) && readFileSync(generatedStamp, "utf8").trim() === schema) return;
  // Install scripts are off, so no engine was downloaded: `generate` needs none, but looks for the file.
  const env = {
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
    CHECKPOINT_DISABLE: "1",
  };
  run(process.execPath, [path.join(modules, "prisma/build/index.js"), "generate", "--no-hints"], { env });
  writeFileSync(generatedStamp, `${schema}\n`);
}

/**
 * Next replaces "server-only" at build time; a plain process loads the product's server modules too, and rightly so:
 * for it the guard is an empty module.
 */
function allowServerModules() {
  const require = createRequire(import.meta.url);
  const file = require.resolve("server-only");
  const empty = new Module(file);
  Object.assign(empty, { filename: file, loaded: true, exports: {} });
  require.cache[file] = empty;
}

/**
 * Makes a clone ready to run: the right Node, packages as locked, the generated database client.
 * Does nothing, in milliseconds, when nothing changed since the last time. What the person at the keyboard
 * can mend is printed as one sentence and ends the process with code 1.
 */
export async function prepare({ withDev = false } = {}) {
  try {
    assertNode();
    install(withDev);
    generateClient();
    allowServerModules();
  } catch (error) {
    if (!(error instanceof PrepareError)) throw error;
    console.error(`✗ ${error.message}`);
    process.exit(1);
  }
}
