import type { MeetingSheet } from "#lib/meetings/agenda/queries";
import { formatNumber } from "#lib/platform/french";
import { paths } from "#lib/platform/paths";

/** Documents to download, with what they weigh. */
export function PaperList({ papers }: { papers: MeetingSheet["papers"] }) {
  if (papers.length === 0) return null;
  return (
    <ul className="papers">
      {papers.map(({ id, name, bytes }) => (
        <li key={id}>
          <a href={paths.meetingPaper(id)} download>
            {name}
          </a>{" "}
          <span className="text-ardoise">({formatNumber(Math.ceil(bytes / 1024))} ko)</span>
        </li>
      ))}
    </ul>
  );
}
