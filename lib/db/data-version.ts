import "server-only";
import { inViewOf, rawClient } from "./client";
import { sharedRead } from "./shared-read";

/** A text that changes with every audited write, so equal versions mean equal facts. Reads no scoped row. */
const dataVersion = sharedRead(async () => {
  const [row] = await rawClient().$queryRaw<{ version: string }[]>`SELECT data_version() AS version`;
  return row?.version ?? "0";
});

/**
 * A text that changes whenever a figure of these years, or of the October after them, begins or ceases to count; other
 * writes leave it. Tells nothing of any figure.
 */
export function figuresVersion(from: number, to: number): Promise<string> {
  return inViewOf({ userId: "system:version", reach: "*" }, async (tx) => {
    const [row] = await tx.$queryRaw<
      { version: string }[]
    >`SELECT signal_version(${from}::int, ${to}::int) AS version`;
    return row?.version ?? "";
  });
}

/** Remembers up to `limit` answers under keys that name everything an answer depends on. */
export function rememberByKey<T>(limit: number): (key: string, make: () => Promise<T>) => Promise<T> {
  const known = new Map<string, Promise<T>>();
  return (key, make) => {
    const answer = known.get(key) ?? make();
    known.delete(key);
    known.set(key, answer);
    answer.catch(() => known.get(key) === answer && known.delete(key));
    for (const oldest of known.keys()) {
      if (known.size <= limit) break;
      known.delete(oldest);
    }
    return answer;
  };
}

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
