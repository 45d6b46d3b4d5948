import type { Metadata } from "next";
import { MandateTable } from "#components/mandates/mandate-table";
import { ButtonLink } from "#components/ui/button-link";
import { CommissionLabel } from "#components/ui/commission-label";
import { DataTable, NOTHING } from "#components/ui/data-table";
import { DoneNotice } from "#components/ui/done-notice";
import { PageHeader } from "#components/ui/page-header";
import { Pages } from "#components/ui/pages";
import { Section } from "#components/ui/section";
import { listCommissions } from "#lib/commissions/queries";
import { FUNCTION_LABELS } from "#lib/mandates/labels";
import { listMandates, listPastMandates } from "#lib/mandates/queries";
import { pageParameter, readPage, writeAddress } from "#lib/platform/address";
import { requestTime } from "#lib/platform/clock";
import { formatDayShort } from "#lib/platform/dates";
import { count } from "#lib/platform/french";
import { paths } from "#lib/platform/paths";
import { requireRight } from "#lib/platform/session";

export const metadata: Metadata = { title: "Mandats" };

const DONE = {
  nomination: "Le mandat est confié\u202f; la personne est prévenue par e-mail.",
  fin: "Le mandat prendra fin ce jour-là\u202f; la personne est prévenue par e-mail.",
  renouvellement: "Le mandat est renouvelé\u202f; la personne est prévenue par e-mail.",
  annulation: "La nomination est annulée\u202f; la personne est prévenue par e-mail.",
};

export default async function MandatesPage({ searchParams }: PageProps<"/comite/mandats">) {
  const actor = await requireRight("appoint", "Mandate");
  const now = requestTime();
  const query = await searchParams;
  const page = readPage(query);
  const [mandates, past, commissions] = await Promise.all([
    listMandates(actor, now),
    listPastMandates(actor, page, now),
    listCommissions(now),
  ]);
  const board = mandates.filter(({ commission }) => commission === null);
  return (
    <>
      <PageHeader
        kicker="Comité directeur"
        title="Mandats"
        lead="Qui tient quelle fonction, et jusqu’à quand. Les droits commencent et finissent avec le mandat."
      >
        <ButtonLink href={paths.boardAppointment}>Nommer quelqu’un</ButtonLink>
      </PageHeader>
      <DoneNotice query={query} words={DONE} />
      <Section title="Comité directeur" id="comite" layout="stacked">
        {board.length === 0 ? (
          <p>Personne ne siège aujourd’hui.</p>
        ) : (
          <MandateTable caption="Fonctions du comité directeur" mandates={board} />
        )}
      </Section>
      <Section title="Commissions" id="commissions" layout="stacked">
        {commissions.map(({ slug, name }) => {
          const held = mandates.filter(({ commission }) => commission?.slug === slug);
          const hasLead = held.some((mandate) => mandate.function === "lead" && mandate.state === "current");
          return (
            <section key={slug} className="mb-8" aria-label={name}>
              <h3>
                <CommissionLabel slug={slug} name={name} href={paths.commission(slug)} />
              </h3>
              {!hasLead && <p>Aucun responsable aujourd’hui.</p>}
              {held.length > 0 && <MandateTable caption={`Mandats de la commission ${name}`} mandates={held} />}
            </section>
          );
        })}
      </Section>
      <Section title="Mandats terminés" id="termines" layout="stacked">
        {past.items.length === 0 ? (
          <p>Aucun pour l’instant.</p>
        ) : (
          <DataTable
            caption={count(past.total, "mandat terminé", "mandats terminés")}
            rows={past.items}
            rowKey={({ id }) => id}
            columns={[
              { label: "Fonction", cell: (mandate) => FUNCTION_LABELS[mandate.function] },
              { label: "Commission", cell: ({ commission }) => commission?.name ?? NOTHING },
              { label: "Personne", cell: ({ person }) => person.name },
              { label: "Depuis le", cell: ({ startsOn }) => formatDayShort(startsOn) },
              { label: "Jusqu’au", cell: ({ endsOn }) => endsOn && formatDayShort(endsOn) },
            ]}
          />
        )}
        <Pages page={page} total={past.total} perPage={past.perPage} href={href} />
      </Section>
    </>
  );
}

function href(page: number): string {
  return writeAddress(paths.boardMandates, { page: pageParameter(page) });
}
