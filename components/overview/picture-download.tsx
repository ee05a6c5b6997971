"use client";

import { useEffect } from "react";

/** Turns the pictures of the page into PNG files; the drawing code is fetched when somebody asks for the first one. */
export function PictureDownload() {
  useEffect(() => {
    const answer = (event: MouseEvent) => {
      const button = event.target instanceof Element ? event.target.closest("[data-picture]") : null;
      const picture = document.getElementById(button?.getAttribute("data-picture") ?? "");
      if (!button || !(picture instanceof SVGSVGElement)) return;
      void import("./save-picture").then(({ savePicture }) =>
        savePicture(picture, button.getAttribute("data-name") ?? "bieu-do"),
      );
    };
    document.addEventListener("click", answer);
    return () => document.removeEventListener("click", answer);
  }, []);
  return null;
}
