import { prepare } from "./prepare.mjs";

await prepare({ withDev: process.argv.includes("--dev") });
const { register } = await import("tsx/esm/api");
register();
await import("./serve.ts");
