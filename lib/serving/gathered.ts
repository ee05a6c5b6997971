import { ServerResponse } from "node:http";
import type { Answer } from "./page-mould";

/**
 * Gathers what is written to the response instead of sending it, and hands over the whole once it has ended; `send` in
 * lib/serving/sent.ts then sends it, or another. What the writer set on the response before stays on it.
 */
export function gather(response: ServerResponse, whole: (answer: Answer) => void): void {
  const parts: Buffer[] = [];
  const add = (chunk: unknown, encoding: unknown) => {
    if (typeof chunk === "string") parts.push(Buffer.from(chunk, encoding as BufferEncoding));
    else if (chunk instanceof Uint8Array) parts.push(Buffer.from(chunk));
  };
  const called = (...candidates: unknown[]) => {
    const done = candidates.find((each) => typeof each === "function") as (() => void) | undefined;
    if (done) process.nextTick(done);
  };
  let isOver = false;
  Object.assign(response, {
    writeHead: (status: number, ...rest: unknown[]) => {
      if (isOver) return ServerResponse.prototype.writeHead.call(response, status, ...(rest as []));
      response.statusCode = status;
      for (const [name, value] of Object.entries(rest.find((each) => typeof each === "object") ?? {}))
        response.setHeader(name, value);
      return response;
    },
    flushHeaders: () => undefined,
    write: (chunk: unknown, encoding?: unknown, done?: unknown) => {
      add(chunk, encoding);
      called(encoding, done);
      return true;
    },
    end: (chunk?: unknown, encoding?: unknown, done?: unknown) => {
      if (isOver) return response;
      isOver = true;
      add(chunk, encoding);
      called(chunk, encoding, done);
      whole({ status: response.statusCode, headers: response.getHeaders(), body: Buffer.concat(parts) });
      return response;
    },
  });
}
