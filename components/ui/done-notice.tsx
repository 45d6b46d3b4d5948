import { type Query, readParameter } from "#lib/platform/address";
import { Notice } from "./notice.tsx";

type Props = {
  query: Query;
  /** What `done` may say of this page, in words. */
  words: Record<string, string>;
};

/** What has just been done, told by the address (`paths.done`): it is there without scripts too. */
export function DoneNotice({ query, words }: Props) {
  const done = readParameter(query, "fait");
  const said = done && Object.hasOwn(words, done) ? words[done] : undefined;
  if (!said) return null;
  return (
    <div className="sheet">
      <Notice kind="success" isLive>
        <p>{said}</p>
      </Notice>
    </div>
  );
}
