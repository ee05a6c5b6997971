import { type Markup, type MarkupValue, markup } from "./markup";

/** A figure that opens its proof. */
export function proven(href: string, value: MarkupValue): Markup {
  return markup`<a class="proof" href="${href}">${value}</a>`;
}

/** A card with its finding as heading. */
export function card(id: string, title: string, content: MarkupValue, look = ""): Markup {
  return markup`<section class="card grid content-start gap-3 print:break-inside-avoid ${look}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2>${content}</section>`;
}
