"use client";

import { pageAside } from "@/lib/core/page-aside";

/** The markup itself, or the number under which the page that is being made has put it aside. */
export type Handed = { html: string } | { place: number };

type HandedMarkupProps = {
  handed: Handed;
  className?: string | undefined;
  /** With a label it is a scroll frame of its own that the keyboard reaches. */
  label?: string;
};

/**
 * Sets inner HTML, as the only file of the product, for components/ui/markup-table.tsx, which hands over what the
 * escaping template made. Put aside, the markup reaches the browser in the HTML alone: hydration leaves it as it is.
 */
export function HandedMarkup({ handed, className, label }: HandedMarkupProps) {
  const props = {
    className,
    "data-aside": "place" in handed ? handed.place : undefined,
    dangerouslySetInnerHTML: { __html: "html" in handed ? handed.html : putAside(handed.place) },
  };
  if (label === undefined) return <div {...props} />;
  return <section aria-label={label} tabIndex={0} {...props} />;
}

function putAside(place: number): string {
  // Should React have to make the page anew, as when an extension changed it first, the markup is still in the old one.
  if (typeof document !== "undefined")
    return document.querySelector(`[data-aside="${place}"]`)?.innerHTML ?? "";
  const html = pageAside()?.get(place);
  if (html === undefined) throw new Error(`No markup was put aside under ${place}`);
  return html;
}
