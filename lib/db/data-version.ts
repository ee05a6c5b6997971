import "server-only";
import { rawClient } from "./client";
import { sharedRead } from "./shared-read";

/** A text that changes with every audited write, so equal versions mean equal facts. Reads no scoped row. */
const dataVersion = sharedRead(async () => {
  const [row] = await rawClient().$queryRaw<{ version: string }[]>`SELECT data_version() AS version`;
  return row?.version ?? "0";
});

/**
 * Remembers up to `limit` answers for as long as nothing at all was written; an answer is never older than the
 * newest commit before it was asked for. The key must name everything the answer depends on, the viewer included.
 */
export function rememberWhileUnchanged<T>(
  limit: number,
): (key: string, make: () => Promise<T>) => Promise<T> {
  const known = new Map<string, { version: string; answer: Promise<T> }>();
  return async (key, make) => {
    const version = await dataVersion();
    const entry = known.get(key);
    if (entry?.version === version) return entry.answer;
    const answer = make();
    known.delete(key);
    known.set(key, { version, answer });
    answer.catch(() => known.get(key)?.answer === answer && known.delete(key));
    for (const oldest of known.keys()) {
      if (known.size <= limit) break;
      known.delete(oldest);
    }
    return answer;
  };
}
