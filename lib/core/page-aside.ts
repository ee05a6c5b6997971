/** Markup of one page on its way to the browser, by number: in the HTML alone, not in the payload that repeats it. */
export type PageAside = Map<number, string>;

type Holder = { thadsPageAside?: () => PageAside | undefined };

/** Where the page that is being made puts such markup; nothing where no such place was provided. */
export function pageAside(): PageAside | undefined {
  return (globalThis as Holder).thadsPageAside?.();
}

/** Lets pages find their place; one web server provides it. */
export function providePageAside(find: () => PageAside | undefined): void {
  (globalThis as Holder).thadsPageAside = find;
}
