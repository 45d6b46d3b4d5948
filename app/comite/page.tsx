import type { Metadata } from "next";
import { CountBars } from "#components/board/count-bars";
import { MembersChart } from "#components/board/members-chart";
import { RhythmPicture } from "#components/board/rhythm-picture";
import { TerritoryMap } from "#components/structures/territory-map";
import { CommissionLabel } from "#components/ui/commission-label";
import { DefinitionList } from "#components/ui/definition-list";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { WaitingList } from "#components/ui/waiting-list";
import { getDesk } from "#lib/board/queries";
import { requestTime } from "#lib/platform/clock";
import { dayOf } from "#lib/platform/dates";
import { count } from "#lib/platform/french";
import { paths } from "#lib/platform/paths";
import { requireRight } from "#lib/platform/session";
import { directoryHref } from "#lib/structures/directory/schema";

export const metadata: Metadata = { title: "Comité directeur" };

export default async function BoardPage() {
  const now = requestTime();
  const actor = await requireRight("oversee", "Club");
  const { waiting, members, commissions, towns, rhythm, internships } = await getDesk(actor, now);
  const [severalIn, aloneIn] = [towns.filter(({ count }) => count > 1), towns.filter(({ count }) => count === 1)];
  return (
    <>
      <PageHeader kicker="Comité directeur" title="Le bureau du club" lead={`Bonjour ${actor.name}.`} />
      <Section title="Ce qui attend" id="attente">
        {waiting.length === 0 ? <p>Rien n’attend de décision aujourd’hui.</p> : <WaitingList waiting={waiting} />}
      </Section>
      <Section title="Les adhérents" id="adherents" intro="Sur un an, puis par commission.">
        <MembersChart points={members} />
        <h3 className="form-part">Par commission</h3>
        <CountBars
          label="Adhérents par commission"
          rows={commissions.map(({ value, label, count }) => ({
            key: value,
            words: <CommissionLabel slug={value} name={label} href={directoryHref({ commission: value })} />,
            count,
            className: `commission-${value}`,
          }))}
        />
      </Section>
      <Section title="Sur la carte" id="carte">
        <div className="grid grid-cols-[minmax(0,1fr)] gap-8 lg:grid-cols-2">
          <TerritoryMap
            dots={towns.map(({ value, count }) => ({ communeSlug: value, count, commissions: [] }))}
            hrefFor={(city) => directoryHref({ city })}
            label="Carte de l’Artois : les adhérents de chaque ville"
          />
          <CountBars
            label="Adhérents par ville"
            rows={severalIn.map(({ value, label, count }) => ({
              key: value,
              words: <a href={directoryHref({ city: value })}>{label}</a>,
              count,
            }))}
          />
        </div>
        {aloneIn.length > 0 && (
          <p className="mt-6">
            Un adhérent à{" "}
            {aloneIn.map(({ value, label }, index) => (
              <span key={value}>
                {index > 0 && ", "}
                <a href={directoryHref({ city: value })}>{label}</a>
              </span>
            ))}
            .
          </p>
        )}
      </Section>
      <Section
        title="Les stages"
        id="stages"
        intro="Depuis la rentrée de septembre."
        more={{ href: paths.internships, label: "Les offres" }}
      >
        <DefinitionList
          items={[
            { term: "Offres ouvertes", value: `${internships.open}, pour ${count(internships.places, "place")}` },
            {
              term: "Offres publiées",
              value: `${internships.published}, par ${count(internships.hosts, "structure")}`,
            },
            { term: "Candidatures envoyées", value: String(internships.applications) },
            { term: "Étudiants placés", value: String(internships.placed) },
            {
              term: "À moins de 30\u00a0km de chez eux",
              value:
                internships.located > 0 && `${internships.nextDoor} sur ${internships.located} dont on sait la commune`,
            },
          ]}
        />
      </Section>
      <Section title="Le rythme des commissions" id="rythme" intro="Chacune se réunit tous les un à deux mois.">
        <RhythmPicture from={rhythm.from} today={dayOf(now)} rhythms={rhythm.rhythms} />
      </Section>
    </>
  );
}
