import { type FormEvent, useEffect, useRef, useState } from "react";
import type { Match } from "#lib/needs/match/queries";
import { paths } from "#lib/platform/paths";

/** Nobody wants an answer to half a word. */
const PAUSE = 450;
const SHORTEST = 12;

/** Who can answer, found again while the need is being typed; `shown` is what the server last answered. */
export function useLiveMatch(shown: Match | null) {
  const [live, setLive] = useState<Match | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const asked = useRef<AbortController>(undefined);
  useEffect(() => {
    if (shown) setLive(null);
  }, [shown]);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      asked.current?.abort();
    },
    [],
  );

  function listen(event: FormEvent<HTMLFormElement>) {
    const { name } = event.target as HTMLInputElement;
    if (name !== "text" && name !== "city") return;
    const data = new FormData(event.currentTarget);
    const text = String(data.get("text") ?? "");
    clearTimeout(timer.current);
    if (text.trim().length < SHORTEST) return;
    timer.current = setTimeout(() => void ask(text, String(data.get("city") ?? "")), PAUSE);
  }

  async function ask(text: string, city: string) {
    asked.current?.abort();
    asked.current = new AbortController();
    try {
      const answer = await fetch(paths.needMatch, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ text, city }),
        signal: asked.current.signal,
      });
      if (answer.ok) setLive(await answer.json());
    } catch {
      // Offline, or typed on: the button still asks.
    }
  }

  return { match: live ?? shown, listen };
}
