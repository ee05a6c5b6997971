/**
 * Asks once for all who ask while an answer is under way: they share the next question, which starts after they came,
 * so nobody gets an answer older than their question.
 */
export function sharedRead<T>(ask: () => Promise<T>): () => Promise<T> {
  let underWay: Promise<T> | null = null;
  let next: Promise<T> | null = null;
  const start = (): Promise<T> => {
    next = null;
    const asked = ask().finally(() => {
      if (underWay === asked) underWay = null;
    });
    underWay = asked;
    return asked;
  };
  return () => {
    if (underWay === null) return start();
    next ??= underWay.then(start, start);
    return next;
  };
}

/** The same for questions about one thing each: who asks while an answer is under way is asked about with the others next. */
export function sharedLookup<T>(
  ask: (keys: readonly string[]) => Promise<ReadonlyMap<string, T>>,
): (key: string) => Promise<T | undefined> {
  let waiting = new Set<string>();
  const read = sharedRead(() => {
    const keys = [...waiting];
    waiting = new Set();
    return ask(keys);
  });
  return async (key) => {
    waiting.add(key);
    return (await read()).get(key);
  };
}
