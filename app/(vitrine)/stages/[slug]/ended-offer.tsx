import { InternshipRow } from "#components/internships/internship-row";
import { Breadcrumb } from "#components/ui/breadcrumb";
import { BrickList } from "#components/ui/brick-list";
import { ButtonLink } from "#components/ui/button-link";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import type { findEndedInternship } from "#lib/internships/queries";
import { searchInternships } from "#lib/internships/search/queries";
import { filterOf, offersHref } from "#lib/internships/search/schema";
import { requestTime } from "#lib/platform/clock";
import { dayOfColumn, formatDay } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { visitor } from "#lib/policy/actor";

type Props = { offer: NonNullable<Awaited<ReturnType<typeof findEndedInternship>>> };

/** An offer that is over says so, and leads to those that are open for the same students. */
export async function EndedOffer({ offer: { title, levels, applyBefore, closedBecause, commune, structure } }: Props) {
  const search = offersHref({ level: levels[0], city: commune?.slug }).split("?")[1] ?? "";
  const filter = filterOf(search);
  const { items } = await searchInternships(visitor, { ...filter, km: 50 }, { limit: 5 }, requestTime());
  const why =
    closedBecause === "filled"
      ? "Les places sont prises."
      : closedBecause === "withdrawn"
        ? `${structure.name} ne reçoit plus de candidature pour ce stage.`
        : `On pouvait candidater jusqu’au ${formatDay(dayOfColumn(applyBefore))}.`;
  return (
    <>
      <PageHeader
        breadcrumb={<Breadcrumb steps={[{ label: "Stages", href: paths.internships }]} here={title} />}
        kicker="Offre terminée"
        title={title}
        lead={why}
      />
      <Section title="Et maintenant ?" id="suite">
        {items.length > 0 ? (
          <BrickList label="Offres proches">
            {items.map((near) => (
              <InternshipRow key={near.slug} offer={near} />
            ))}
          </BrickList>
        ) : (
          <p className="measure">Aucune offre semblable n’est ouverte aujourd’hui.</p>
        )}
        <p className="actions">
          <ButtonLink href={offersHref(filter, undefined, paths.newAlert)}>Être prévenu des prochaines</ButtonLink>
          <ButtonLink kind="secondary" href={paths.internships}>
            Toutes les offres
          </ButtonLink>
        </p>
      </Section>
    </>
  );
}
