"use client";

import { useEffect } from "react";

/** j and k walk over the cases, / goes to the search field; Enter on a case is the link's own. */
export function ListKeys({ text }: { text: string }) {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const target = targetOf(event.key);
      if (target === null) return;
      event.preventDefault();
      target.focus();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
  return <p className="no-print text-ink-2 text-sm max-md:hidden">{text}</p>;
}

function targetOf(key: string): HTMLElement | null {
  if (key === "/") return document.getElementById("q");
  const step = key === "j" ? 1 : key === "k" ? -1 : 0;
  if (step === 0) return null;
  const links = [...document.querySelectorAll<HTMLAnchorElement>("a[data-case]")];
  const at = links.indexOf(document.activeElement as HTMLAnchorElement);
  return links[Math.min(links.length - 1, Math.max(0, at + step))] ?? null;
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches("input, select, textarea, [contenteditable]");
}
