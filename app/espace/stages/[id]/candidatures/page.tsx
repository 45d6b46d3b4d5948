import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { TickRows } from "#components/internships/tick-rows";
import { Breadcrumb } from "#components/ui/breadcrumb";
import { Button } from "#components/ui/button";
import { ButtonLink } from "#components/ui/button-link";
import { DoneNotice } from "#components/ui/done-notice";
import { EmptyState } from "#components/ui/empty-state";
import { FilterList } from "#components/ui/filter-list";
import { PageHeader } from "#components/ui/page-header";
import { Pages } from "#components/ui/pages";
import { Section } from "#components/ui/section";
import { ApplicationState } from "#lib/generated/prisma/enums";
import { RECEIVED_LABELS } from "#lib/internships/applications/labels";
import { findReviewedOffer, listReceived } from "#lib/internships/applications/review/queries";
import { isAnswerable } from "#lib/internships/applications/rules";
import { existsOffer } from "#lib/internships/offers/queries";
import { pageParameter, readPage, readParameter, writeAddress } from "#lib/platform/address";
import { requestTime } from "#lib/platform/clock";
import { dayOfColumn, formatDay } from "#lib/platform/dates";
import { count } from "#lib/platform/french";
import { paths } from "#lib/platform/paths";
import { noteRefusal, requireActor } from "#lib/platform/session";

export const metadata: Metadata = { title: "Candidatures reçues" };

type Props = PageProps<"/espace/stages/[id]/candidatures">;

export default async function ReceivedApplicationsPage({ params, searchParams }: Props) {
  const [actor, now, query] = [await requireActor(), requestTime(), await searchParams];
  const { id } = await params;
  const offer = await findReviewedOffer(actor, id, now);
  if (!offer) {
    if (await existsOffer(id)) await noteRefusal("forbidden");
    notFound();
  }
  const asked = readParameter(query, "etat");
  const state = Object.values(ApplicationState).find((known) => known === asked && known !== "draft");
  const page = readPage(query, 40);
  const { items, hasMore } = await listReceived(actor, { internshipId: id, state, page }, now);
  const here = paths.receivedApplications(id);
  const href = (number: number) => writeAddress(here, { etat: state, page: pageParameter(number) });
  const total = Object.values(offer.counts).reduce((sum, howMany) => sum + howMany, 0);
  return (
    <>
      <PageHeader
        breadcrumb={<Breadcrumb steps={[{ label: "Stages", href: paths.memberInternships }]} here="Candidatures" />}
        kicker={offer.title}
        title={total === 0 ? "Aucune candidature" : count(total, "candidature")}
        lead={`Chacune reçoit une réponse au plus tard le ${formatDay(dayOfColumn(offer.answerBy))}. Ce jour-là, le portail répond à votre place, et ce silence est compté.`}
        figures={[{ value: offer.placesLeft, words: `sur ${count(offer.places, "place")} à prendre` }]}
      />
      <DoneNotice query={query} words={{ refus: "Les refus sont partis." }} />
      <Section
        title="Candidatures"
        layout="stacked"
        more={{ href: paths.offerStudents(id), label: "Des étudiants à inviter" }}
      >
        {total === 0 ? (
          <EmptyState
            title="Personne pour l’instant"
            actions={<ButtonLink href={paths.offerStudents(id)}>Inviter des étudiants</ButtonLink>}
          >
            <p>Des étudiants ont accepté d’être trouvés par les entreprises du club.</p>
          </EmptyState>
        ) : (
          <>
            <FilterList
              title="État"
              options={Object.values(ApplicationState)
                .filter((known) => offer.counts[known])
                .map((known) => ({
                  key: known,
                  label: RECEIVED_LABELS[known],
                  count: offer.counts[known] ?? 0,
                  href: writeAddress(here, { etat: known }),
                  isCurrent: known === state,
                }))}
              {...(state ? { clearHref: here } : {})}
            />
            <form action={paths.refusal(id)} method="get">
              <TickRows offer={id} items={items} />
              {items.some((item) => isAnswerable(item.state)) && (
                <div className="actions">
                  <Button kind="secondary">Répondre non aux candidatures cochées…</Button>
                </div>
              )}
            </form>
            <Pages page={page} hasMore={hasMore} href={href} />
          </>
        )}
      </Section>
    </>
  );
}
