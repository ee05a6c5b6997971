import type { Locale } from "@/lib/core/locale";
import { digestText } from "@/lib/i18n/digest";
import { paths } from "@/lib/paths";
import type { DigestLine, DigestView } from "../lines/types";
import type { Mornings } from "../types";

/** A message as text and as simple markup, without images, styles or anything that tells who opened it. */
export type DigestMail = { subject: string; text: string; html: string };

/** The digest as a message; `origin` is where the system lives, as links in a message need it. */
export function digestMail(
  view: DigestView,
  { day }: Pick<Mornings, "day">,
  { origin, locale }: { origin: string; locale: Locale },
): DigestMail {
  const t = digestText[locale];
  const links = {
    page: `${origin}${paths.digest({ ngay: day })}`,
    account: `${origin}${paths.ownAccount()}`,
  };
  const facts = view.illustrative ? [...view.facts, view.illustrative] : view.facts;
  const text = [
    view.title,
    facts.join("\n"),
    ...view.sections.map(({ title, lead, lines }) =>
      [title.toUpperCase(), ...(lead ? [lead] : []), ...lines.map((line) => lineText(line, origin))].join(
        "\n",
      ),
    ),
    `${view.window} ${t.source}`,
    `${t.open}: ${links.page}`,
    `${t.stop} ${links.account}`,
  ].join("\n\n");
  const html = [
    `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><title>${escaped(view.title)}</title></head><body>`,
    `<h1>${escaped(view.title)}</h1><p>${facts.map(escaped).join("<br>")}</p>`,
    ...view.sections.map(
      ({ title, lead, lines }) =>
        `<h2>${escaped(title)}</h2>${lead ? `<p>${escaped(lead)}</p>` : ""}<ul>${lines
          .map((line) => lineHtml(line, origin))
          .join("")}</ul>`,
    ),
    `<p>${escaped(`${view.window} ${t.source}`)}</p>`,
    `<p><a href="${escaped(links.page)}">${escaped(t.open)}</a>. ${escaped(t.stop)} <a href="${escaped(links.account)}">${escaped(links.account)}</a></p>`,
    "</body></html>",
  ].join("\n");
  return { subject: view.title, text: `${text}\n`, html };
}

function lineText({ mark, text, note, href }: DigestLine, origin: string): string {
  return [`${mark.shape} ${text}`, ...(note ? [`  ${note}`] : []), `  ${origin}${href}`].join("\n");
}

function lineHtml({ mark, text, note, href }: DigestLine, origin: string): string {
  const link = `<a href="${escaped(origin + href)}">${escaped(text)}</a>`;
  return `<li>${mark.shape} ${link}${note ? `<br><small>${escaped(note)}</small>` : ""}</li>`;
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
