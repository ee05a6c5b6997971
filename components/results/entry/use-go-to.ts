import { flushSync } from "react-dom";
import { useEntry } from "@/components/results/entry/context";
import type { Measure, Slice } from "@/lib/form/columns";

/** Opens the slice and the half in which an element lies and moves the focus to it. */
export function useGoTo() {
  const { show, showSlice } = useEntry();
  return (target: string, place: { slice: Slice; measure: Measure | null }) => {
    flushSync(() => {
      showSlice(place.slice);
      if (place.measure) show(place.measure);
    });
    document.getElementById(target)?.focus();
  };
}
