import type { Metadata } from "next";
import { ButtonForm } from "#components/forms/button-form";
import { DataTable } from "#components/ui/data-table";
import { EmptyState } from "#components/ui/empty-state";
import { FilterList } from "#components/ui/filter-list";
import { PageHeader } from "#components/ui/page-header";
import { Pages } from "#components/ui/pages";
import { Section } from "#components/ui/section";
import { resendMailAction } from "#lib/mail/actions";
import { MAIL_STATE_LABELS } from "#lib/mail/labels";
import { listMail } from "#lib/mail/queries";
import { MAIL_STATES } from "#lib/mail/schema";
import { pageParameter, readPage, readParameter, writeAddress } from "#lib/platform/address";
import { requestTime } from "#lib/platform/clock";
import { formatInstant } from "#lib/platform/dates";
import { count } from "#lib/platform/french";
import { paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";

export const metadata: Metadata = { title: "Courrier du club" };

export default async function MailLogPage({ searchParams }: PageProps<"/comite/courrier">) {
  const query = await searchParams;
  const page = readPage(query);
  const state = MAIL_STATES.find((known) => known === readParameter(query, "etat"));
  const { items, total, perPage } = await listMail(
    await requireActor(),
    { page, ...(state ? { state } : {}) },
    requestTime(),
  );
  const href = (number: number) => writeAddress(paths.boardMail, { etat: state, page: pageParameter(number) });
  return (
    <>
      <PageHeader
        kicker="Comité directeur"
        title="Courrier du club"
        lead="Qui a été prévenu de quoi, et quand. Un message refusé plusieurs fois attend ici qu’on le renvoie."
      />
      <Section title={count(total, "message")} layout="stacked">
        <FilterList
          title="État"
          options={MAIL_STATES.map((known) => ({
            key: known,
            label: MAIL_STATE_LABELS[known],
            href: writeAddress(paths.boardMail, { etat: known }),
            isCurrent: known === state,
          }))}
          clearHref={paths.boardMail}
        />
        {items.length === 0 ? (
          <EmptyState title="Aucun message ici" />
        ) : (
          <DataTable
            caption="Messages, les derniers d’abord"
            rows={items}
            rowKey={(mail) => mail.id}
            columns={[
              { label: "Écrit le", cell: (mail) => formatInstant(mail.createdAt) },
              { label: "À", cell: (mail) => mail.toAddress },
              { label: "Objet", cell: (mail) => mail.subject },
              {
                label: "État",
                cell: (mail) => (
                  <>
                    {MAIL_STATE_LABELS[mail.state]}
                    {mail.sentAt && ` le ${formatInstant(mail.sentAt)}`}
                    {mail.state === "queued" &&
                      mail.lastError &&
                      `, nouvel essai le ${formatInstant(mail.nextAttemptAt)}`}
                    {mail.lastError && <span className="field-hint"> ({mail.lastError})</span>}
                    {mail.state === "dead" && (
                      <ButtonForm action={resendMailAction} id={`renvoyer-${mail.id}`} fields={{ id: mail.id }}>
                        Renvoyer<span className="sr-only"> « {mail.subject} »</span>
                      </ButtonForm>
                    )}
                  </>
                ),
              },
            ]}
          />
        )}
        <Pages page={page} total={total} perPage={perPage} href={href} />
      </Section>
    </>
  );
}
