import { unstable_rethrow } from "next/navigation";
import { type RefObject, useActionState, useCallback, useEffect, useRef, useState, useTransition } from "react";
import { type EditorState, keepMinutesAction, previewMinutesAction } from "#lib/meetings/minutes/actions";
import type { LineProblem } from "#lib/meetings/minutes/lines/rules";
import type { Block } from "#lib/meetings/minutes/text/rules";

/** Minutes as they are typed, before the server has them. */
export interface Typed {
  body: string;
  publicPart: string;
}

/** What the server last said, or that it did not answer. */
export type SentState = EditorState | { kind: "unanswered" };

const SAVE_AFTER = 1_500;
const TRY_AGAIN_AFTER = 5_000;
const PREVIEW_AFTER = 500;

/** Sends the form, by itself without scripts. A network that fails is a state like another: the editor stays. */
export function useSending() {
  const [first, action] = useActionState<EditorState, FormData>(keepMinutesAction, { kind: "idle" });
  const [later, setLater] = useState<SentState | null>(null);
  const [isPending, start] = useTransition();
  const send = useCallback((form: FormData) => {
    start(async () => {
      try {
        setLater(await keepMinutesAction({ kind: "idle" }, form));
      } catch (error) {
        // An approved text leads to its own page.
        unstable_rethrow(error);
        setLater({ kind: "unanswered" });
      }
    });
  }, []);
  return { state: later ?? first, action, send, isPending };
}

/** Sends the form a moment after the last key, unless it is off; gives what the server has, as far as it said. */
export function useAutosave(
  area: RefObject<HTMLFormElement | null>,
  typed: Typed,
  kept: Typed & { version: number },
  { state, send, isOff }: { state: SentState; send: (form: FormData) => void; isOff: boolean },
) {
  const [saved, setSaved] = useState<Typed>(kept);
  const [version, setVersion] = useState(kept.version);
  const sent = useRef<Typed>(kept);
  const isSaved = same(typed, saved);

  useEffect(() => {
    if (!("version" in state) || state.version === null) return;
    setVersion(state.version);
    setSaved(sent.current);
  }, [state]);

  const save = useCallback(
    (form: FormData) => {
      sent.current = typed;
      send(form);
    },
    [typed, send],
  );

  useEffect(() => {
    if (isOff || isSaved) return;
    const delay = state.kind === "unanswered" ? TRY_AGAIN_AFTER : SAVE_AFTER;
    const timer = setTimeout(() => area.current && save(new FormData(area.current)), delay);
    return () => clearTimeout(timer);
  }, [area, isOff, isSaved, save, state]);

  return { saved, version, isSaved, save };
}

/** The pieces of the text, as the server reads them, a moment after the last key. */
export function usePreview(meetingId: string, body: string, first: Block[]) {
  const [preview, setPreview] = useState<{ blocks: Block[]; problems: LineProblem[] }>({ blocks: first, problems: [] });
  useEffect(() => {
    let isCurrent = true;
    const look = () =>
      previewMinutesAction(meetingId, body).then(
        (seen) => isCurrent && seen && setPreview(seen),
        // Without the network the last one stays.
        () => undefined,
      );
    const timer = setTimeout(() => void look(), PREVIEW_AFTER);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [meetingId, body]);
  return preview;
}

/** Keeps what is not saved yet in the browser; gives what an earlier visit left there. */
export function useBrowserCopy(key: string, typed: Typed, saved: Typed) {
  const [found, setFound] = useState<Typed | null>(null);
  const hasLooked = useRef(false);
  useEffect(() => {
    if (!hasLooked.current) {
      hasLooked.current = true;
      const left = read(key);
      if (left && !same(left, saved)) setFound(left);
      return;
    }
    if (same(typed, saved)) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(typed));
  }, [key, typed, saved]);
  const isSaved = same(typed, saved);
  useEffect(() => {
    if (isSaved) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", warn);
    return () => removeEventListener("beforeunload", warn);
  }, [isSaved]);
  return { found, forget: () => setFound(null) };
}

function read(key: string): Typed | null {
  try {
    const left: unknown = JSON.parse(localStorage.getItem(key) ?? "null");
    const isText = left !== null && typeof left === "object" && "body" in left && "publicPart" in left;
    return isText ? { body: String(left.body), publicPart: String(left.publicPart) } : null;
  } catch {
    return null;
  }
}

function same(a: Typed, b: Typed): boolean {
  return a.body === b.body && a.publicPart === b.publicPart;
}
