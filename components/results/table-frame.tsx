import type { ReactNode } from "react";

/** A table that scrolls inside its own frame, also by keyboard (WCAG 2.1.1); the page never scrolls sideways. */
export function TableFrame({
  label,
  tall,
  children,
}: {
  label: string;
  tall?: boolean;
  children: ReactNode;
}) {
  return (
    <section
      className={`table-frame ${tall ? "max-h-[45vh] overflow-y-auto" : ""}`}
      tabIndex={0}
      aria-label={label}
    >
      {children}
    </section>
  );
}
