"use client";

/** Prints the page as it stands. */
export function PrintButton({ label }: { label: string }) {
  return (
    <button type="button" className="link cursor-pointer" onClick={() => window.print()}>
      {label}
    </button>
  );
}
