import type { Markup } from "./markup";

/**
 * A long table sent as one piece of HTML in its own scroll frame: hundreds of rows without hundreds of React elements.
 * The only place of the product that sets inner HTML, and only what the escaping template made.
 */
export function MarkupTable({
  label,
  table,
  className = "",
}: {
  label: string;
  table: Markup;
  className?: string;
}) {
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard.
      tabIndex={0}
      className={`table-frame relative max-h-[80vh] overflow-auto print:max-h-none ${className}`}
      dangerouslySetInnerHTML={{ __html: table.toString() }}
    />
  );
}
