import type { Waiting } from "#lib/platform/waiting";

/** What waits, how many of each, and where to see to it. */
export function WaitingList({ waiting }: { waiting: Waiting[] }) {
  return (
    <ul className="waiting">
      {waiting.map(({ words, howMany, href }) => (
        <li key={words}>
          <span className="waiting-count display figures" aria-hidden="true">
            {howMany}
          </span>
          <a href={href}>{words}</a>
        </li>
      ))}
    </ul>
  );
}
