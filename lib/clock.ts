/** The only place that reads the clock. */
export function now(): Date {
  return new Date();
}
