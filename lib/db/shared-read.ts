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
