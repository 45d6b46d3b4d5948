import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ButtonForm } from "#components/forms/button-form";
import { BrickList } from "#components/ui/brick-list";
import { BrickRow } from "#components/ui/brick-row";
import { ButtonLink } from "#components/ui/button-link";
import { EmptyState } from "#components/ui/empty-state";
import { PageHeader } from "#components/ui/page-header";
import { Pages } from "#components/ui/pages";
import { SearchForm } from "#components/ui/search-form";
import { Section } from "#components/ui/section";
import { Tag } from "#components/ui/tag";
import { markAcquaintanceAction } from "#lib/membership/prospects/sponsorship/actions";
import { listAcquaintable } from "#lib/membership/prospects/sponsorship/queries";
import { pageParameter, readPage, readParameter, writeAddress } from "#lib/platform/address";
import { requestTime } from "#lib/platform/clock";
import { dayOf, formatDay } from "#lib/platform/dates";
import { count } from "#lib/platform/french";
import { paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import { can } from "#lib/policy/ability";
import { KIND_LABELS } from "#lib/structures/labels";

export const metadata: Metadata = { title: "Parrainage" };

export default async function SponsorshipPage({ searchParams }: PageProps<"/espace/parrainage">) {
  const actor = await requireActor();
  const now = requestTime();
  if (!can(actor, "sponsor", "Prospect", now)) notFound();
  const query = await searchParams;
  const q = readParameter(query, "q");
  const page = readPage(query);
  const { items, total, perPage } = await listAcquaintable(actor, { page, ...(q ? { q } : {}) }, now);
  const href = (number: number) => writeAddress(paths.sponsorship, { q, page: pageParameter(number) });
  return (
    <>
      <PageHeader
        kicker="Espace membre"
        title="Parrainage"
        lead="Ces entreprises de l’Artois ont leur place au club. Dites celles que vous connaissez : le comité directeur saura à qui parler d’abord. Ou invitez-les vous-même."
      >
        <SearchForm action={paths.sponsorship} label="Nom, métier ou ville" defaultValue={q} />
      </PageHeader>
      <Section title={count(total, "entreprise")} layout="stacked">
        {items.length === 0 ? (
          <EmptyState title="Aucune entreprise ne correspond" actions={<a href={paths.sponsorship}>Tout afficher</a>}>
            <p>Elle est peut-être déjà adhérente, ou pas encore dans la liste : signalez-la au comité directeur.</p>
          </EmptyState>
        ) : (
          <BrickList>
            {items.map(({ id, name, kind, activity, city, isKnown, invitedAt }) => (
              <BrickRow
                key={id}
                title={name}
                kicker={[activity ?? (kind && KIND_LABELS[kind]), city].filter(Boolean).join(", ")}
                aside={
                  <>
                    {isKnown && <Tag>vous la connaissez</Tag>}
                    {invitedAt && <p className="field-hint">invitée le {formatDay(dayOf(invitedAt))}</p>}
                  </>
                }
              >
                <div className="inline-form">
                  <ButtonForm
                    action={markAcquaintanceAction}
                    id={`connais-${id}`}
                    fields={{ prospectId: id, knows: isKnown ? "non" : "oui", back: href(page) }}
                    kind={isKnown ? "quiet" : "secondary"}
                  >
                    {isKnown ? "Ne plus déclarer" : "Je connais"}
                    <span className="sr-only"> {name}</span>
                  </ButtonForm>
                  <ButtonLink kind="quiet" href={paths.sponsorshipInvitation(id)}>
                    Inviter<span className="sr-only"> {name}</span>
                  </ButtonLink>
                </div>
              </BrickRow>
            ))}
          </BrickList>
        )}
        <Pages page={page} total={total} perPage={perPage} href={href} />
      </Section>
    </>
  );
}
