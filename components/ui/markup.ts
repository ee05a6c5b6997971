/** HTML that only the template below makes; everything that goes into it as text is escaped. */
export class Markup {
  readonly #html: string;
  constructor(html: string, key: symbol) {
    if (key !== maker) throw new TypeError("Markup is made by the markup template only");
    this.#html = html;
  }
  toString(): string {
    return this.#html;
  }
}

const maker = Symbol("markup");
const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** What may stand in a template: text and numbers (escaped), markup, lists of these, or nothing. */
export type MarkupValue = string | number | bigint | Markup | readonly Markup[] | null;

/** Builds markup; attribute values belong in double quotes. Example: markup`<td>${name}</td>`. */
export function markup(parts: TemplateStringsArray, ...values: readonly MarkupValue[]): Markup {
  let html = parts[0] ?? "";
  values.forEach((value, at) => {
    html += textOf(value) + (parts[at + 1] ?? "");
  });
  return new Markup(html, maker);
}

function textOf(value: MarkupValue): string {
  if (value === null) return "";
  if (value instanceof Markup) return value.toString();
  if (typeof value === "object") return value.map(String).join("");
  return String(value).replace(/[&<>"']/g, (sign) => entities[sign] ?? "");
}
