import { pageAside } from "@/lib/core/page-aside";
import { type Handed, HandedMarkup } from "./handed-markup";
import type { Markup } from "./markup";

type MarkupTableProps = {
  label: string;
  table: Markup;
  /** As high as its rows, scrolling sideways only. */
  isWhole?: boolean;
};

/**
 * A long table sent as one piece of HTML in its own scroll frame: hundreds of rows without hundreds of React elements.
 * Only this file hands markup to components/ui/handed-markup.tsx, and only what the escaping template made.
 */
export function MarkupTable({ label, table, isWhole = false }: MarkupTableProps) {
  const className = `table-frame relative overflow-auto ${isWhole ? "" : "max-h-[80vh] print:max-h-none"}`;
  return <HandedMarkup label={label} className={className} handed={handOver(table)} />;
}

/** Part of a page sent as one piece of HTML: what has no state and many elements. The same template, the same rule. */
export function MarkupBlock({ content, className }: { content: Markup; className?: string }) {
  return <HandedMarkup className={className} handed={handOver(content)} />;
}

/** What a client component is given goes into the payload too; markup put aside is sent once. */
function handOver(content: Markup): Handed {
  const html = content.toString();
  const aside = pageAside();
  if (aside === undefined) return { html };
  const place = aside.size;
  aside.set(place, html);
  return { place };
}
