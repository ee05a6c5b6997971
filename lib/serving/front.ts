import { randomBytes } from "node:crypto";
import type { RequestListener } from "node:http";
import type { Visitor } from "@/lib/auth/visitors";
import { dayOfInstant } from "@/lib/core/day";
import { askedOf } from "./asked";
import { gather } from "./gathered";
import type { KeptPages } from "./kept-pages";
import { mouldOf } from "./page-mould";
import { send, takeAccepted } from "./sent";

type Surroundings = {
  /** Makes the answer when none was kept. */
  make: RequestListener;
  find: (token: string) => Promise<Visitor | null>;
  pages: KeptPages;
  now: () => Date;
};

/**
 * Answers leaders' pages from what was kept while nothing was written. Who asks and the version of the data are read
 * anew for every request, before anything is answered or made; a page is kept under the version read before it was made.
 */
export function front({ make, find, pages, now }: Surroundings): RequestListener {
  return async (request, response) => {
    const asked = askedOf(request);
    const visitor = asked && (await find(asked.token).catch(() => null));
    if (!visitor) return make(request, response);
    const key = JSON.stringify([visitor.userId, dayOfInstant(now()), ...asked.about]);
    const kept = pages.find(key, visitor.version);
    if (kept) {
      response.setHeader("server-timing", "kept");
      return send(kept.pour(newNonce()), response, takeAccepted(request));
    }
    if (request.method === "HEAD") return make(request, response);
    const accepted = takeAccepted(request);
    gather(response, (answer) => {
      const mould = mouldOf(answer);
      if (mould) pages.keep(key, visitor.version, mould);
      send(answer, response, accepted);
    });
    return make(request, response);
  };
}

function newNonce(): string {
  return randomBytes(16).toString("base64");
}
