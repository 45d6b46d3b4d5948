/*
 * Map and list move together: what is under the pointer or has the focus lights up what it is tied to.
 * `data-is` is the one thing an element stands for (a town, a commission), `data-has` those it belongs to;
 * two elements are tied when one has what the other is.
 */
export {};

let current: Element | null = null;

document.addEventListener("pointerover", ({ target }) => light(marked(target) ?? marked(document.activeElement)));
document.addEventListener("focusin", ({ target }) => light(marked(target)));
document.documentElement.addEventListener("pointerleave", () => light(marked(document.activeElement)));

function marked(target: EventTarget | null): HTMLElement | SVGElement | null {
  return target instanceof Element ? target.closest<HTMLElement | SVGElement>("[data-is], [data-has]") : null;
}

function light(from: HTMLElement | SVGElement | null): void {
  if (from === current) return;
  current = from;
  for (const other of document.querySelectorAll<HTMLElement | SVGElement>("[data-is], [data-has]")) {
    const isTied = from !== null && other !== from && (has(from, other) || has(other, from));
    // The value gives the commission's colour.
    if (isTied) other.dataset.lit = from.dataset.is ?? "";
    else delete other.dataset.lit;
  }
}

function has(element: HTMLElement | SVGElement, other: HTMLElement | SVGElement): boolean {
  const { is } = other.dataset;
  return is !== undefined && (element.dataset.has ?? "").split(" ").includes(is);
}
