import { LRUCache } from "lru-cache";
import type { Variants } from "./encodings.ts";

export interface Entry {
  variants: Variants;
  headers: Record<string, string>;
  /** What its render read. */
  tags: ReadonlySet<string>;
  /** The logical time at which its render began. */
  born: number;
  /** When it was rendered, in milliseconds since the epoch: for its age. */
  renderedAt: number;
}

/** How much memory the pages may take, all encodings together. */
const MEMORY_BYTES = 64 * 1024 * 1024;

/**
 * The pages kept, under a logical clock: each invalidation is a tick, and an entry whose render
 * began before the last tick of one of its tags is stale. So a page rendered from what was just
 * changed is never kept, however slow its render. Nothing is kept while `isListening` is false.
 */
export class PageStore {
  private readonly entries = new LRUCache<string, Entry>({
    maxSize: MEMORY_BYTES,
    sizeCalculation: ({ variants }) =>
      4_096 + variants.identity.body.length + variants.gzip.body.length + variants.br.body.length,
  });
  private readonly droppedAt = new Map<string, number>();
  /** How often each tag was dropped since the start. */
  readonly drops = new Map<string, number>();
  private flushedAt = 0;
  private time = 0;
  private listening = false;

  /** The logical time: grows at each invalidation. */
  get now(): number {
    return this.time;
  }

  get isListening(): boolean {
    return this.listening;
  }

  get size(): { pages: number; bytes: number } {
    return { pages: this.entries.size, bytes: this.entries.calculatedSize };
  }

  /** A fresh entry, or undefined. */
  get(key: string): Entry | undefined {
    const entry = this.entries.get(key);
    if (!entry || !this.isStale(entry)) return entry;
    this.entries.delete(key);
    return undefined;
  }

  /** Keeps an entry, unless what it was made from changed meanwhile or nobody would tell of changes. */
  keep(key: string, entry: Entry): boolean {
    if (!this.listening || entry.tags.size === 0 || this.isStale(entry)) return false;
    this.entries.set(key, entry);
    return true;
  }

  /** What is at this address is no page for everybody any more. */
  forget(key: string): void {
    this.entries.delete(key);
  }

  /** Some tables changed: every page that read one of them is stale from now on. */
  drop(tags: Iterable<string>): void {
    this.time += 1;
    for (const tag of tags) {
      this.droppedAt.set(tag, this.time);
      this.drops.set(tag, (this.drops.get(tag) ?? 0) + 1);
    }
  }

  /** Changes are heard again: what was kept before may have missed some. */
  startListening(): void {
    this.flush();
    this.listening = true;
  }

  /** Changes are not heard any more: nothing can be trusted. */
  stopListening(): void {
    this.listening = false;
    this.flush();
  }

  /** Everything may have changed. */
  flush(): void {
    this.time += 1;
    this.flushedAt = this.time;
    this.entries.clear();
  }

  private isStale(entry: Entry): boolean {
    if (this.flushedAt > entry.born) return true;
    for (const tag of entry.tags) if ((this.droppedAt.get(tag) ?? 0) > entry.born) return true;
    return false;
  }
}
