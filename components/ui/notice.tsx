import type { ReactNode } from "react";

/** A page's only message: what happened, and what to do. */
export function Notice({ title, text, children }: { title: string; text: string; children?: ReactNode }) {
  return (
    <section className="card grid justify-items-start gap-3">
      <h1>{title}</h1>
      <p className="text-ink-2">{text}</p>
      {children}
    </section>
  );
}
