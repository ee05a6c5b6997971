import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as engineModule from "@prisma/schema-engine-wasm/schema_engine_bg";

const prismaDir = path.join(process.cwd(), "prisma");
const migrationsDir = path.join(prismaDir, "migrations");
const filters = { externalTables: [], externalEnums: [] };

function migrationsList() {
  const names = readdirSync(migrationsDir, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return {
    baseDir: migrationsDir,
    lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
    shadowDbInitScript: "",
    migrationDirectories: names
      .map(({ name }) => name)
      .sort()
      .map((name) => ({
        path: name,
        migrationFile: {
          path: "migration.sql",
          content: {
            tag: "ok" as const,
            value: readFileSync(path.join(migrationsDir, name, "migration.sql"), "utf8"),
          },
        },
      })),
  };
}

/** The adapter splits scripts at every semicolon, also inside functions: here each migration is sent whole. */
class WholeScriptPg extends PrismaPg {
  private readonly opened: { dispose: () => Promise<void> }[] = [];

  override async connect() {
    const adapter = await super.connect();
    this.opened.push(adapter);
    adapter.executeScript = async (script) => {
      await adapter.underlyingDriver().query(script);
    };
    return adapter;
  }

  /** The engine leaves its connections open. */
  async close(): Promise<void> {
    await Promise.all(this.opened.map((adapter) => adapter.dispose()));
  }
}

type SchemaEngine = engineModule.SchemaEngine;

/** Node cannot import the package's .wasm file by itself: it is instantiated here, as a bundler would. */
async function instantiateEngine(): Promise<void> {
  const file = path.join(process.cwd(), "node_modules/@prisma/schema-engine-wasm/schema_engine_bg.wasm");
  const imports = { "./schema_engine_bg.js": engineModule as unknown as WebAssembly.ModuleImports };
  const { instance } = await WebAssembly.instantiate(readFileSync(file), imports);
  engineModule.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
}

async function withEngine<T>(url: string, work: (engine: SchemaEngine) => Promise<T>): Promise<T> {
  await instantiateEngine();
  const schema = readFileSync(path.join(prismaDir, "schema.prisma"), "utf8");
  const adapters = new WholeScriptPg({ connectionString: url });
  const engine = await engineModule.SchemaEngine.new(
    { datamodels: [["schema.prisma", schema]] },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(adapters),
  );
  try {
    return await work(engine);
  } finally {
    engine.free();
    await adapters.close();
  }
}

/** Brings the database at `url` to the newest migration; returns the names it applied. */
export function migrate(url: string): Promise<string[]> {
  return withEngine(url, async (engine) => {
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList: migrationsList(),
      filters,
    });
    return appliedMigrationNames;
  });
}

/** The SQL that leads from an earlier schema text (null: from nothing) to prisma/schema.prisma. */
export function migrationScript(url: string, earlierSchema: string | null): Promise<string> {
  return withEngine(url, async (engine) => {
    const to = path.join(prismaDir, "schema.prisma");
    const result = await engine.diff({
      from: earlierSchema === null ? { tag: "empty" } : schemaTarget("earlier.prisma", earlierSchema),
      to: schemaTarget(to, readFileSync(to, "utf8")),
      script: true,
      exitCode: null,
      filters,
    });
    return result.stdout ?? "";
  });
}

function schemaTarget(file: string, content: string) {
  return { tag: "schemaDatamodel" as const, files: [{ path: file, content }], path: file, content };
}
