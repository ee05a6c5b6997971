/** The lines of the anchor file that hold a head of one chain, as they are written. */
export function anchorsOf(text: string, chain: string): string[] {
  const sign = `[${JSON.stringify(chain)},`;
  return text.split("\n").filter((line) => line.includes(sign));
}
