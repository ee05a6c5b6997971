import type { TestProject } from "vitest/node";
import { startCluster } from "./cluster";

declare module "vitest" {
  export interface ProvidedContext {
    templateUrl: string;
  }
}

/** One cluster for all integration tests of a run. */
export default async function setup(project: TestProject) {
  const cluster = await startCluster();
  project.provide("templateUrl", cluster.url);
  return () => cluster.stop();
}
