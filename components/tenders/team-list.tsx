import { BrickList } from "#components/ui/brick-list";
import { BrickRow } from "#components/ui/brick-row";
import { count } from "#lib/platform/french";
import { paths } from "#lib/platform/paths";
import { reasonsOf } from "#lib/tenders/cover/labels";
import type { TeamsView } from "#lib/tenders/cover/queries";

/** Teams that cover what can be covered, each member with what it would take and what speaks for it. */
export function TeamList({ view: { tender, members, proposals } }: { view: TeamsView }) {
  const lots = new Map(tender.lots.map((lot) => [lot.id, lot]));
  return (
    <ol className="teams">
      {proposals.teams.map((team, rank) => (
        <li key={team.members.map(({ id }) => id).join()}>
          <h3>
            {rank === 0 ? "La plus petite équipe" : `Une autre équipe`} : {count(team.members.length, "adhérent")}
          </h3>
          <BrickList label={`Équipe ${rank + 1}`}>
            {team.members.map(({ id, parts }) => {
              const member = members[id];
              if (!member) return null;
              return (
                <BrickRow
                  key={id}
                  heading="h4"
                  title={member.name}
                  href={paths.member(member.slug)}
                  kicker={member.isUs ? "Vous" : reasonsOf(member).join(", ")}
                >
                  <ul>
                    {parts.map(({ lotId, skills }) => {
                      const lot = lots.get(lotId);
                      return (
                        <li key={lotId}>
                          Lot {lot?.number} :{" "}
                          {skills.map((slug) => lot?.skills.find((skill) => skill.slug === slug)?.label).join(", ")}
                        </li>
                      );
                    })}
                  </ul>
                </BrickRow>
              );
            })}
          </BrickList>
        </li>
      ))}
    </ol>
  );
}
