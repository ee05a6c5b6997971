import { Agent, request } from "node:http";

export type Shot = {
  method?: "GET" | "PUT" | "POST";
  url: string;
  headers?: Record<string, string>;
  body?: string;
};
export type Load = { count: number; errors: number; perSecond: number; p50: number; p99: number };

/** Fires `shots` (asked for by socket) over `connections` kept-alive sockets for `milliseconds`, and at most `limit` times. */
export async function fire(
  shots: (socket: number) => Shot,
  {
    connections,
    milliseconds,
    limit = 100_000,
  }: { connections: number; milliseconds: number; limit?: number },
): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const times: number[] = [];
  let errors = 0;
  let sent = 0;
  const start = performance.now();
  const worker = async (_: unknown, socket: number) => {
    while (performance.now() - start < milliseconds && sent < limit) {
      const shot = shots(socket);
      sent += 1;
      const begun = performance.now();
      const status = await once(shot, agent);
      times.push(performance.now() - begun);
      if (status < 200 || status >= 300) errors += 1;
    }
  };
  await Promise.all(Array.from({ length: connections }, worker));
  const seconds = (performance.now() - start) / 1_000;
  agent.destroy();
  times.sort((a, b) => a - b);
  const at = (share: number) =>
    times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
  return { count: times.length, errors, perSecond: times.length / seconds, p50: at(0.5), p99: at(0.99) };
}

function once(shot: Shot, agent: Agent): Promise<number> {
  return new Promise((resolve) => {
    const outgoing = request(
      shot.url,
      { agent, method: shot.method ?? "GET", headers: shot.headers ?? {} },
      (answer) => {
        answer.resume();
        answer.once("end", () => resolve(answer.statusCode ?? 0));
      },
    );
    outgoing.once("error", () => resolve(0));
    outgoing.end(shot.body);
  });
}

/** The median of a few numbers. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
