import { paths } from "#lib/platform/paths";
import type { TeamsView } from "#lib/tenders/cover/queries";

type Props = { view: TeamsView; hands: NonNullable<TeamsView["hands"]> };

/** Lot by lot, who has each skill; what nobody has, and who in the club could. */
export function Coverage({ view: { tender, members }, hands: { coverage, missing } }: Props) {
  const lots = new Map(tender.lots.map((lot) => [lot.id, lot]));
  const name = (id: string) => members[id]?.name ?? "";
  return (
    <ul className="coverage">
      {coverage.map(({ lotId, skills }) => {
        const lot = lots.get(lotId);
        const holes = missing.find((part) => part.lotId === lotId);
        if (!lot) return null;
        const label = (slug: string) => lot.skills.find((skill) => skill.slug === slug)?.label ?? slug;
        return (
          <li key={lotId}>
            <h3>
              Lot {lot.number} : {lot.title}
            </h3>
            {skills.length === 0 && <p>Ce lot ne dit pas quelles compétences il demande.</p>}
            <dl className="coverage-skills">
              {skills.map(({ skill, by }) => (
                <div key={skill} className={by.length > 0 ? undefined : "coverage-hole"}>
                  <dt>{label(skill)}</dt>
                  <dd>
                    {by.length > 0 ? (
                      by.map(name).join(", ")
                    ) : (
                      <>
                        <strong>Personne encore.</strong>{" "}
                        <Fillers ids={holes?.fillers[skill] ?? []} members={members} />
                      </>
                    )}
                  </dd>
                </div>
              ))}
            </dl>
          </li>
        );
      })}
    </ul>
  );
}

function Fillers({ ids, members }: { ids: string[]; members: TeamsView["members"] }) {
  if (ids.length === 0) return "Aucun adhérent ne l’a sur sa fiche.";
  return (
    <>
      Au club{"\u202f"}:{" "}
      {ids.flatMap((id, index) => {
        const member = members[id];
        if (!member) return [];
        return [
          index > 0 ? ", " : "",
          <a key={id} href={paths.member(member.slug)}>
            {member.name}
          </a>,
        ];
      })}
    </>
  );
}
