import type { Markup } from "./markup";

type MarkupTableProps = {
  label: string;
  table: Markup;
  /** As high as its rows, scrolling sideways only. */
  isWhole?: boolean;
};

/**
 * A long table sent as one piece of HTML in its own scroll frame: hundreds of rows without hundreds of React elements.
 * This file is the only place of the product that sets inner HTML, and only what the escaping template made.
 */
export function MarkupTable({ label, table, isWhole = false }: MarkupTableProps) {
  return (
    <section
      aria-label={label}
      tabIndex={0}
      className={`table-frame relative overflow-auto ${isWhole ? "" : "max-h-[80vh] print:max-h-none"}`}
      dangerouslySetInnerHTML={{ __html: table.toString() }}
    />
  );
}

/** Part of a page sent as one piece of HTML: what has no state and many elements. The same template, the same rule. */
export function MarkupBlock({ content, className }: { content: Markup; className?: string }) {
  return <div className={className} dangerouslySetInnerHTML={{ __html: content.toString() }} />;
}
