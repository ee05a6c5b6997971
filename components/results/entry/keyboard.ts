import type { KeyboardEvent } from "react";
import { MEASURES } from "@/lib/form/columns";

/** Where the keyboard goes from a cell. */
export type Move = "up" | "down" | "left" | "right";

/**
 * The move a key asks for inside a cell, or null. Left and right leave the cell only from the ends of its text,
 * so that people can still walk through what they type.
 */
export function moveOf(event: {
  key: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  selectionStart: number | null;
  selectionEnd: number | null;
  length: number;
}): Move | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  if (event.key === "Enter") return event.shiftKey ? "up" : "down";
  if (event.shiftKey) return null;
  if (event.key === "ArrowDown") return "down";
  if (event.key === "ArrowUp") return "up";
  if (event.key === "ArrowLeft" && event.selectionStart === 0 && event.selectionEnd === 0) return "left";
  if (event.key === "ArrowRight" && event.selectionStart === event.length) return "right";
  return null;
}

/** Moves the focus from an input to the neighbouring cell of the same half, or to the other half of its row. */
export function moveFocus(from: HTMLInputElement, move: Move): void {
  const table = from.closest("table");
  if (!table) return;
  const { cell = "" } = from.dataset;
  const [measure] = cell.split(":");
  if (move === "left" || move === "right") {
    const other = move === "left" ? "cases" : "money";
    focusCell(table.querySelector<HTMLInputElement>(`input[data-cell="${cell.replace(/^\w+/, other)}"]`));
    return;
  }
  const cells = [...table.querySelectorAll<HTMLInputElement>(`input[data-cell^="${measure}:"]`)];
  focusCell(cells[cells.indexOf(from) + (move === "down" ? 1 : -1)] ?? null);
}

/**
 * Tab goes down the việc half with its questions and reasons, then down the tiền half, then to the buttons below;
 * Shift Tab the same way back. The first and last stops leave the table the ordinary way.
 */
export function tabThrough(event: KeyboardEvent<HTMLTableElement>): void {
  if (event.key !== "Tab" || event.ctrlKey || event.altKey) return;
  const stops = MEASURES.flatMap((measure) => [
    ...event.currentTarget.querySelectorAll<HTMLElement>(`[data-half="${measure}"]:not(:disabled)`),
  ]).filter((element) => element.offsetParent !== null);
  const at = stops.indexOf(event.target as HTMLElement);
  if (at === -1) return;
  const next =
    stops[at + (event.shiftKey ? -1 : 1)] ??
    (event.shiftKey ? null : document.getElementById("entry-actions"));
  if (!next) return;
  event.preventDefault();
  focusCell(next);
}

function focusCell(element: HTMLElement | null): void {
  element?.focus();
  if (element instanceof HTMLInputElement) element.select();
}
