import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { MandateHistory } from "#components/commissions/mandate-history";
import { RhythmNotice } from "#components/commissions/rhythm-notice";
import { CalendarHelp } from "#components/events/calendar-help";
import { EventRow } from "#components/events/event-row";
import { JsonLd } from "#components/seo/json-ld";
import { Breadcrumb } from "#components/ui/breadcrumb";
import { BrickList } from "#components/ui/brick-list";
import { BrickRow } from "#components/ui/brick-row";
import { CommissionGlyph } from "#components/ui/commission-glyph";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { type CommissionView, findCommission } from "#lib/commissions/queries";
import { listRhythms } from "#lib/meetings/queries";
import { requestTime } from "#lib/platform/clock";
import { dayOf, dayOfColumn, formatDay } from "#lib/platform/dates";
import { absolute, paths } from "#lib/platform/paths";
import { visitor } from "#lib/policy/actor";
import { breadcrumbStatement } from "#lib/seo/json-ld";
import { directoryHref } from "#lib/structures/directory/schema";
import { KIND_LABELS, placeInWords } from "#lib/structures/labels";

type Props = PageProps<"/commissions/[slug]">;

async function load({ params }: Props): Promise<CommissionView> {
  const { slug } = await params;
  return (await findCommission(visitor, slug, requestTime())) ?? notFound();
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { slug, name, mission } = await load(props);
  return {
    title: `${name} – Commissions`,
    description: mission,
    alternates: { canonical: absolute(paths.commission(slug)) },
  };
}

export default async function CommissionPage(props: Props) {
  const commission = await load(props);
  const { slug, name, mission, lead, members } = commission;
  return (
    <>
      <JsonLd
        statements={[
          breadcrumbStatement([
            { name: "Commissions", path: paths.commissions },
            { name, path: paths.commission(slug) },
          ]),
        ]}
      />
      <PageHeader
        breadcrumb={<Breadcrumb steps={[{ label: "Commissions", href: paths.commissions }]} here={name} />}
        kicker={
          <span className={`commission-label commission-${slug}`}>
            <CommissionGlyph slug={slug} /> <span>Commission</span>
          </span>
        }
        title={name}
        lead={mission}
        figures={[{ value: members.length, words: members.length > 1 ? "structures membres" : "structure membre" }]}
      >
        <p>
          Responsable{"\u202f"}: <strong>{lead ?? "à désigner"}</strong>
        </p>
      </PageHeader>
      <Meetings commission={commission} />
      <Results commission={commission} />
      <Members commission={commission} />
      <MandateHistory mandates={commission.mandates} />
    </>
  );
}

async function Meetings({ commission: { slug, coming, past } }: { commission: CommissionView }) {
  const rhythm = (await listRhythms(requestTime())).find((one) => one.slug === slug)?.rhythm;
  const next = coming.find((event) => event.kind === "commission_meeting" && !event.isCancelled) ?? null;
  return (
    <Section
      title="Réunions"
      id="reunions"
      intro={<CalendarHelp href={paths.commissionCalendar(slug)} label="Agenda de la commission (.ics)" />}
    >
      {rhythm && <RhythmNotice rhythm={rhythm} today={dayOf(requestTime())} next={next && dayOf(next.startsAt)} />}
      {coming.length > 0 && (
        <BrickList label="Réunions à venir">
          {coming.map((event) => (
            <EventRow key={event.slug} event={event} />
          ))}
        </BrickList>
      )}
      {past.length > 0 && (
        <>
          <h3 className="mt-10 mb-2 text-lg">Réunions passées</h3>
          <BrickList>
            {past.slice(0, 6).map((event) => (
              <EventRow key={event.slug} event={event} />
            ))}
          </BrickList>
        </>
      )}
    </Section>
  );
}

function Results({ commission: { decisions } }: { commission: CommissionView }) {
  return (
    <Section
      title="Résultats"
      id="resultats"
      intro="Ce que la commission a décidé et rendu public."
      more={{ href: paths.allPublicMinutes, label: "Les comptes rendus publics" }}
    >
      {decisions.length === 0 ? (
        <p>Aucune décision publique pour l’instant.</p>
      ) : (
        <BrickList>
          {decisions.map(({ number, title, text, decidedOn }) => (
            <BrickRow
              key={number}
              title={title}
              kicker={`Décision ${number}`}
              aside={<p>{formatDay(dayOfColumn(decidedOn))}</p>}
            >
              <p>{text}</p>
            </BrickRow>
          ))}
        </BrickList>
      )}
    </Section>
  );
}

function Members({ commission: { slug, members } }: { commission: CommissionView }) {
  return (
    <Section
      title="Membres"
      id="membres"
      more={{ href: directoryHref({ commission: slug }), label: "Les voir sur la carte" }}
    >
      {members.length === 0 ? (
        <p>Aucune structure n’a encore rejoint cette commission.</p>
      ) : (
        <ul className="grid gap-x-8 gap-y-3 sm:grid-cols-2">
          {members.map((member) => (
            <li key={member.slug}>
              <a href={paths.member(member.slug)}>{member.name}</a>
              <span className="block text-sm text-ardoise">
                {KIND_LABELS[member.kind]} · {placeInWords(member.city)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
