import { DefinitionList } from "#components/ui/definition-list";
import { Paragraphs } from "#components/ui/paragraphs";
import { Section } from "#components/ui/section";
import { TagList } from "#components/ui/tag-list";
import { levelsInWords } from "#lib/internships/labels";
import type { findInternship } from "#lib/internships/queries";
import { offersHref } from "#lib/internships/search/schema";
import { dayOfColumn, formatDay, formatDays } from "#lib/platform/dates";
import { count, formatList } from "#lib/platform/french";
import { StipendNote } from "./stipend-note.tsx";

export type OfferShown = Omit<NonNullable<Awaited<ReturnType<typeof findInternship>>>, "publishedAt" | "updatedAt">;

/** What an offer says, on its page and in its preview. */
export function OfferBody({ offer }: { offer: OfferShown }) {
  const { skills, missions, hoursPresent, hourlyStipendCents, startsOn } = offer;
  return (
    <>
      <Section title="En bref" id="bref">
        <DefinitionList items={factsOf(offer)} />
      </Section>
      <Section title="Missions" id="missions">
        <Paragraphs text={missions} />
        <div className="mt-6">
          <TagList
            label="Compétences travaillées"
            tags={skills.map((label) => ({ label, href: offersHref({ skill: label }) }))}
          />
        </div>
      </Section>
      <Section title="Gratification" id="gratification">
        <StipendNote hours={hoursPresent} offeredCents={hourlyStipendCents} startsOn={dayOfColumn(startsOn)} />
      </Section>
    </>
  );
}

function factsOf(offer: OfferShown) {
  const { levels, curricula, startsOn, endsOn, weeks, hoursPerWeek, hoursPresent, remotePercent } = offer;
  const { commune, structure, tutorRole, places, applyBefore, answerBy } = offer;
  const town = commune?.name ?? structure.city ?? "Artois";
  return [
    { term: "Niveau", value: levelsInWords(levels) },
    { term: "Formations", value: formatList(curricula) },
    { term: "Période", value: formatDays(dayOfColumn(startsOn), dayOfColumn(endsOn)) },
    {
      term: "Durée",
      value: `${count(weeks, "semaine")}, ${hoursPerWeek}\u00a0h par semaine, soit ${count(hoursPresent, "heure")} de présence`,
    },
    { term: "Lieu", value: `${town}${remotePercent > 0 ? `, ${remotePercent}\u00a0% à distance possible` : ""}` },
    { term: "Encadrement", value: tutorRole },
    { term: "Places", value: String(places) },
    { term: "Candidater avant le", value: formatDay(dayOfColumn(applyBefore)) },
    { term: "Réponse à chacun avant le", value: formatDay(dayOfColumn(answerBy)) },
  ];
}
