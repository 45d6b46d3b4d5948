import { AsyncLocalStorage } from "node:async_hooks";

/** The tables that public pages read: each has the `page_cache` trigger, and no other has. */
export const PAGE_TAGS = [
  "club",
  "former_slug",
  "commune",
  "structure",
  "structure_skill",
  "structure_reference",
  "skill",
  "commission",
  "commission_member",
  "mandate",
  "person",
  "affiliation",
  "event",
  "event_cancellation",
  "registration_opening",
  "meeting",
  "decision",
  "news_post",
  "internship",
  "expectation_publication",
  "skill_exchange_thanks",
] as const;

export type PageTag = (typeof PAGE_TAGS)[number];

// The server and Next's bundles each have their own copy of this module: the store they share
// hangs on the process, under this name.
const KEY = Symbol.for("tactic.page-tags");
const shared = globalThis as typeof globalThis & { [KEY]?: AsyncLocalStorage<Set<string>> };
shared[KEY] ??= new AsyncLocalStorage();
const store = shared[KEY];

/** Says that the answer under way depends on these tables. Called by every public read. */
export function readTag(...tags: PageTag[]): void {
  const collected = store.getStore();
  if (collected) for (const tag of tags) collected.add(tag);
}

/** Runs `render`, which may go on after it returns; the tables read meanwhile gather in its `tags`. */
export function collectTags<T>(render: (tags: ReadonlySet<string>) => T): T {
  const tags = new Set<string>();
  return store.run(tags, () => render(tags));
}
