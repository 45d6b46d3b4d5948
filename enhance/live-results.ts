/*
 * Results while typing. What is marked `data-live` asks for an address a moment after the last key, and the
 * page's parts, each marked `data-part="name"`, get the content of their namesakes in the answer. The elements
 * themselves stay: what has the focus keeps it, and a live region is heard. Whatever fails is left to the form.
 *
 * A form marked so asks for its own address and shows it in the address bar; `data-live="/elsewhere"`, on any
 * element around the fields, asks there and leaves the address bar alone.
 */
export {};

const PAUSE_MS = 250;
const FIELDS = ":is(input:not([type=checkbox], [type=radio]), textarea, select, :checked)[name]";

let timer: ReturnType<typeof setTimeout> | undefined;
let asking: AbortController | undefined;
let shown = here();

// On the document: the script outlives the page it came with when the next one is loaded into it.
document.addEventListener("input", ({ target }) => {
  const marked = target instanceof HTMLElement ? target.closest<HTMLElement>("[data-live]") : null;
  if (!marked) return;
  stop();
  timer = setTimeout(() => void show(addressOf(marked), !marked.dataset.live), PAUSE_MS);
});

// An answer that came after the form was sent would move the page under the reader.
document.addEventListener("submit", stop);

window.addEventListener("popstate", () => {
  const form = document.querySelector<HTMLElement>("form[data-live='']");
  if (!form || here() === shown) return;
  stop();
  const asked = new URLSearchParams(location.search);
  for (const field of fieldsOf(form)) field.value = asked.get(field.name) ?? "";
  void show(new URL(location.href), false);
  shown = here();
});

function stop(): void {
  clearTimeout(timer);
  asking?.abort();
}

async function show(address: URL, isPage: boolean): Promise<void> {
  asking = new AbortController();
  const { signal } = asking;
  const parts = [...document.querySelectorAll<HTMLElement>("[data-part]")];
  for (const part of parts) part.ariaBusy = "true";
  try {
    const answer = await fetch(address, { signal });
    const html = await answer.text();
    for (const part of parts) part.ariaBusy = null;
    if (!answer.ok) return;
    take(new DOMParser().parseFromString(html, "text/html"), parts);
    if (isPage) remember(address);
  } catch {
    // Out of reach, or overtaken: then what follows says when the parts are at rest.
    if (!signal.aborted) for (const part of parts) part.ariaBusy = null;
  }
}

function take(page: Document, parts: HTMLElement[]): void {
  for (const part of parts) {
    const fresh = page.querySelector(`[data-part="${part.dataset.part}"]`);
    if (fresh && fresh.innerHTML !== part.innerHTML) part.replaceChildren(...fresh.childNodes);
  }
}

/** One step back undoes all that was typed since the page was opened. */
function remember(address: URL): void {
  if (address.href === location.href) return;
  history[history.state?.isLive ? "replaceState" : "pushState"]({ isLive: true }, "", address);
  shown = here();
}

/** Parameters in alphabetical order, as the links of the page have them. */
function addressOf(marked: HTMLElement): URL {
  const address = new URL(
    marked.dataset.live || (marked instanceof HTMLFormElement ? marked.action : ""),
    location.href,
  );
  address.search = "";
  for (const { name, value } of fieldsOf(marked)) if (value.trim()) address.searchParams.set(name, value.trim());
  address.searchParams.sort();
  return address;
}

function fieldsOf(marked: HTMLElement): HTMLInputElement[] {
  return [...marked.querySelectorAll<HTMLInputElement>(FIELDS)];
}

function here(): string {
  return location.pathname + location.search;
}
