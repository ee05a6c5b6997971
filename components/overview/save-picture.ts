const SCALE = 3;
const painted = [
  "fill",
  "stroke",
  "opacity",
  "font-family",
  "font-size",
  "font-weight",
  "stroke-width",
] as const;

/** Draws a picture of the page on a canvas, in the colours it has now, and hands it over as a PNG file. */
export async function savePicture(picture: SVGSVGElement, name: string): Promise<void> {
  const { width, height } = picture.getBoundingClientRect();
  const copy = withPaint(picture);
  copy.setAttribute("width", String(width));
  copy.setAttribute("height", String(height));
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = width * SCALE;
  canvas.height = height * SCALE;
  const context = canvas.getContext("2d");
  if (!context) return;
  context.fillStyle = getComputedStyle(picture.closest(".card") ?? document.body).backgroundColor;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  canvas.toBlob((blob) => blob && hand(blob, `${name}.png`), "image/png");
}

/** A copy whose colours are written on it: the style sheet does not travel with the file. */
function withPaint(picture: SVGSVGElement): SVGSVGElement {
  const copy = picture.cloneNode(true) as SVGSVGElement;
  const [from, to] = [picture, copy].map((root) => [root, ...root.querySelectorAll<SVGElement>("*")]);
  from?.forEach((element, at) => {
    const style = getComputedStyle(element);
    for (const property of painted) to?.[at]?.setAttribute(property, style.getPropertyValue(property));
    to?.[at]?.removeAttribute("class");
  });
  return copy;
}

function hand(blob: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
