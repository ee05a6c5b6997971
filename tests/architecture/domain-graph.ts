import type { ICruiseResult } from "dependency-cruiser";

/**
 * Edges into the door and into the two contracts that every domain names do not make a cycle:
 * the door must know the organisation to authorize, and the organisation's own writes pass the door.
 */
const contracts = /^lib\/actions\/|^lib\/auth\/(?:actor|permissions|session)\.ts$/;

/** Which folder of lib a file belongs to; files beside the folders (paths, clock) belong to none. */
function domainOf(file: string): string | null {
  return /^lib\/([^/]+)\//.exec(file)?.[1] ?? null;
}

function domainEdges(modules: ICruiseResult["modules"]): Map<string, Set<string>> {
  const edges = new Map<string, Set<string>>();
  for (const module of modules) {
    const from = domainOf(module.source);
    if (from === null) continue;
    const targets = edges.get(from) ?? new Set<string>();
    for (const { resolved } of module.dependencies) {
      const to = domainOf(resolved);
      if (to !== null && to !== from && !contracts.test(resolved)) targets.add(to);
    }
    edges.set(from, targets);
  }
  return edges;
}

/** Every shortest cycle between domains, as "a → b → a"; empty when the domains form a graph without cycles. */
export function domainCycles(modules: ICruiseResult["modules"]): string[] {
  const edges = domainEdges(modules);
  const cycles: string[] = [];
  for (const start of [...edges.keys()].sort()) {
    const trail = shortestWayBack(edges, start);
    const isFirstOfItsCycle = trail !== null && [...trail].sort()[0] === start;
    if (trail && isFirstOfItsCycle) cycles.push([...trail, start].join(" → "));
  }
  return cycles;
}

function shortestWayBack(edges: Map<string, Set<string>>, start: string): string[] | null {
  const queue: string[][] = [[start]];
  const seen = new Set<string>();
  for (let trail = queue.shift(); trail; trail = queue.shift()) {
    for (const next of edges.get(trail.at(-1) ?? "") ?? []) {
      if (next === start) return trail;
      if (!seen.has(next)) queue.push([...trail, next]);
      seen.add(next);
    }
  }
  return null;
}
