import { createHash, timingSafeEqual } from "node:crypto";
import type { PageStore } from "./store.ts";

interface Measured {
  requests: Record<string, number>;
  renders: { count: number; seconds: number };
  store: PageStore;
}

/** Whether `Authorization` carries the operator's token. Without a token nobody is one. */
export function isOperator(authorization: string | undefined, token: string | undefined): boolean {
  if (!token || !authorization) return false;
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(authorization), digest(`Bearer ${token}`));
}

/** Prometheus's text format, version 0.0.4: what the cache did since the start, and what it holds. */
export function metricsOf({ requests, renders, store }: Measured): string {
  const { pages, bytes } = store.size;
  const cpu = process.cpuUsage();
  return [
    ...family("page_requests_total", "counter", "Requests that computed something, or would have", {
      name: "result",
      values: requests,
    }),
    ...family("page_renders_total", "counter", "Renders of public pages", renders.count),
    ...family("page_render_seconds_total", "counter", "Time spent in them", renders.seconds),
    ...family("page_tags_dropped_total", "counter", "Changes announced by the database", {
      name: "tag",
      values: Object.fromEntries(store.drops),
    }),
    ...family("pages_kept", "gauge", "Pages kept", pages),
    ...family("pages_kept_bytes", "gauge", "Memory they take, all encodings together", bytes),
    ...family("page_cache_listening", "gauge", "1 while changes are heard; at 0 nothing is kept", +store.isListening),
    ...family("process_resident_memory_bytes", "gauge", "Memory of the process", process.memoryUsage.rss()),
    ...family("process_cpu_seconds_total", "counter", "Processor time of it", (cpu.user + cpu.system) / 1e6),
    "",
  ].join("\n");
}

type Value = number | { name: string; values: Record<string, number> };

function family(name: string, type: "counter" | "gauge", help: string, value: Value): string[] {
  const full = name.startsWith("process_") ? name : `tactic_${name}`;
  const lines =
    typeof value === "number"
      ? [`${full} ${value}`]
      : Object.entries(value.values).map(([label, count]) => `${full}{${value.name}="${label}"} ${count}`);
  return [`# HELP ${full} ${help}`, `# TYPE ${full} ${type}`, ...lines];
}
