import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { MinutesText } from "#components/meetings/minutes-text";
import { JsonLd } from "#components/seo/json-ld";
import { Breadcrumb } from "#components/ui/breadcrumb";
import { BrickList } from "#components/ui/brick-list";
import { BrickRow } from "#components/ui/brick-row";
import { CommissionLabel } from "#components/ui/commission-label";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { findPublicMinutes, type PublicMinutesView } from "#lib/meetings/minutes/archive/queries";
import { requestTime } from "#lib/platform/clock";
import { dayOf, formatDay } from "#lib/platform/dates";
import { absolute, paths } from "#lib/platform/paths";
import { breadcrumbStatement } from "#lib/seo/json-ld";

type Props = PageProps<"/comptes-rendus/[slug]">;

async function load({ params }: Props): Promise<PublicMinutesView> {
  const { slug } = await params;
  return (await findPublicMinutes(slug, requestTime())) ?? notFound();
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { slug, title, startsAt } = await load(props);
  return {
    title: `${title}, ${formatDay(dayOf(startsAt))} – Compte rendu`,
    description: `Ce que le club rend public de sa réunion du ${formatDay(dayOf(startsAt))}.`,
    alternates: { canonical: absolute(paths.publicMinutes(slug)) },
  };
}

export default async function PublicMinutesPage(props: Props) {
  const { slug, title, startsAt, publishedAt, commission, blocks, decisions } = await load(props);
  return (
    <>
      <JsonLd
        statements={[
          breadcrumbStatement([
            { name: "Comptes rendus", path: paths.allPublicMinutes },
            { name: title, path: paths.publicMinutes(slug) },
          ]),
        ]}
      />
      <PageHeader
        breadcrumb={<Breadcrumb steps={[{ label: "Comptes rendus", href: paths.allPublicMinutes }]} here={title} />}
        kicker={`Réunion du ${formatDay(dayOf(startsAt))}`}
        title={title}
        lead="Ce que la commission rend public de son compte rendu."
      >
        {commission && (
          <CommissionLabel slug={commission.slug} name={commission.name} href={paths.commission(commission.slug)} />
        )}
      </PageHeader>
      <Section title="Compte rendu" intro={`Publié le ${formatDay(dayOf(publishedAt))}.`}>
        <MinutesText blocks={blocks} />
      </Section>
      {decisions.length > 0 && (
        <Section title="Décisions" id="decisions">
          <BrickList>
            {decisions.map(({ number, title: name, text }) => (
              <BrickRow key={number} title={name} kicker={`Décision ${number}`}>
                <p>{text}</p>
              </BrickRow>
            ))}
          </BrickList>
        </Section>
      )}
    </>
  );
}
