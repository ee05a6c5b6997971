import { prepare } from "./prepare.mjs";

await prepare({ withDev: true });
const { register } = await import("tsx/esm/api");
register();
await import("./integrity-test.ts");
