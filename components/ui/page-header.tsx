import type { ReactNode } from "react";

/** The page's finding as its only h1, with quiet facts and chips under it. */
export function PageHeader({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <header className="mb-5 grid gap-1.5">
      <h1>{title}</h1>
      {children && <div className="flex flex-wrap items-center gap-x-4 gap-y-1.5 text-ink-2">{children}</div>}
    </header>
  );
}
