import { type IncomingMessage, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { Answer } from "./page-mould";

const compressed = promisify(gzip);

/** Sends an answer, compressed when it may be; on a miss and from what was kept alike. */
export function send({ status, headers, body }: Answer, response: ServerResponse, accepted: string): void {
  if (response.destroyed) return;
  response.statusCode = status;
  for (const [name, value] of Object.entries(headers))
    if (value !== undefined) response.setHeader(name, value);
  const end = (content: Buffer) => void Reflect.apply(ServerResponse.prototype.end, response, [content]);
  const isPlain = response.req.method === "HEAD" || body.length < 1_024 || !acceptsGzip(accepted);
  if (isPlain) {
    end(body);
    return;
  }
  response.setHeader("content-encoding", "gzip");
  response.removeHeader("content-length");
  // The writer of the page must see now that it was answered.
  ServerResponse.prototype.flushHeaders.call(response);
  compressed(body).then(end, () => response.destroy());
}

/** What the request accepts as encodings; asks whoever writes the answer for plain bytes instead. */
export function takeAccepted({ headers }: IncomingMessage): string {
  const accepted = String(headers["accept-encoding"] ?? "");
  delete headers["accept-encoding"];
  return accepted;
}

function acceptsGzip(accepted: string): boolean {
  return accepted.split(",").some((each) => /^\s*(?:gzip|\*)\s*(?:;\s*q=(?!0(?:\.0*)?\s*$).*)?$/i.test(each));
}
