import { AsyncLocalStorage } from "node:async_hooks";
import type { IncomingMessage, RequestListener } from "node:http";
import { type PageAside, providePageAside } from "@/lib/core/page-aside";

/** Gives every whole page that is made a place for markup that need not be in its payload; parts of pages have none. */
export function withPageAsides(make: RequestListener): RequestListener {
  const asides = new AsyncLocalStorage<PageAside>();
  providePageAside(() => asides.getStore());
  return (request, response) =>
    isWholePage(request) ? asides.run(new Map(), () => make(request, response)) : make(request, response);
}

/** A part goes to a browser that puts it into a page it already has: it needs the markup in the payload. */
function isWholePage({ method, headers, url = "" }: IncomingMessage): boolean {
  return method === "GET" && !("rsc" in headers) && !/[?&]_rsc(?:=|&|$)/.test(url);
}
