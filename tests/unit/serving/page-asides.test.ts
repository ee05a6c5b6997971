import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { createElement } from "react";
import { renderToString } from "react-dom/server";
import { afterEach, expect, test } from "vitest";
import { HandedMarkup } from "@/components/ui/handed-markup";
import { markup } from "@/components/ui/markup";
import { MarkupBlock, MarkupTable } from "@/components/ui/markup-table";
import { pageAside, providePageAside } from "@/lib/core/page-aside";
import { withPageAsides } from "@/lib/serving/page-asides";

afterEach(() => providePageAside(() => undefined));

/** What a server says to these requests, made all at once. */
async function said(
  listener: RequestListener,
  requests: readonly [string, RequestInit?][],
): Promise<string[]> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const answers = await Promise.all(
    requests.map(async ([path, init]) => (await fetch(`http://127.0.0.1:${port}${path}`, init)).text()),
  );
  await new Promise((resolve) => server.close(resolve));
  return answers;
}

test("every whole page has a place of its own, parts of pages and writes have none", async () => {
  const listener = withPageAsides(async ({ url = "" }, response) => {
    pageAside()?.set(pageAside()?.size ?? 0, url);
    await new Promise((resolve) => setTimeout(resolve, 5));
    response.end(JSON.stringify([...(pageAside()?.values() ?? ["none"])]));
  });
  const part = { headers: { rsc: "1" } };
  expect(
    await said(listener, [["/a"], ["/b"], ["/a", part], ["/a?_rsc"], ["/a", { method: "POST" }]]),
  ).toEqual(['["/a"]', '["/b"]', '["none"]', '["none"]', '["none"]']);
});

const table = createElement(MarkupTable, { label: "Bảng", table: markup`<table><td>${"<b>"}</td></table>` });
const block = createElement(MarkupBlock, { content: markup`<p>${"&"}</p>`, className: "grid" });
const frame =
  '<section aria-label="Bảng" tabindex="0" class="table-frame relative overflow-auto max-h-[80vh] print:max-h-none"';

test("markup is a property where nobody provides a place", () => {
  expect(renderToString(table)).toBe(`${frame}><table><td>&lt;b&gt;</td></table></section>`);
  expect(renderToString(block)).toBe('<div class="grid"><p>&amp;</p></div>');
});

test("markup put aside comes out the same, under its number", () => {
  const aside = new Map<number, string>();
  providePageAside(() => aside);
  expect(renderToString(block)).toBe('<div class="grid" data-aside="0"><p>&amp;</p></div>');
  expect(renderToString(table)).toContain(' data-aside="1"><table><td>&lt;b&gt;</td></table></section>');
  expect([...aside.keys()]).toEqual([0, 1]);
});

test("a number under which nothing was put aside is an error, never an empty table", () => {
  providePageAside(() => new Map());
  expect(() => renderToString(createElement(HandedMarkup, { handed: { place: 3 } }))).toThrow("under 3");
});
