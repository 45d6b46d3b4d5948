import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RegisteredPeople } from "#components/structures/registered-people";
import { SettleForm } from "#components/structures/settle-form";
import { Breadcrumb } from "#components/ui/breadcrumb";
import { ButtonLink } from "#components/ui/button-link";
import { CommissionLabel } from "#components/ui/commission-label";
import { DataTable } from "#components/ui/data-table";
import { DefinitionList } from "#components/ui/definition-list";
import { DoneNotice } from "#components/ui/done-notice";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { auditHref } from "#lib/audit/schema";
import { MAIL_STATE_LABELS } from "#lib/mail/labels";
import { requestTime } from "#lib/platform/clock";
import { dayOf, dayOfColumn, formatDay, formatDayShort, formatInstant } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { requireRight } from "#lib/platform/session";
import { KIND_LABELS, placeInWords, STATUS_LABELS } from "#lib/structures/labels";
import { findRegistered, type RegisteredView } from "#lib/structures/register/queries";
import { SETTLED_STATUSES } from "#lib/structures/register/schema";

export const metadata: Metadata = { title: "Une structure du registre" };

const DONE = {
  statut: "Le statut est enregistré\u202f; les personnes de la structure sont prévenues par e-mail.",
  suspension: "L’accès est suspendu dès maintenant\u202f; la personne est prévenue par e-mail.",
  levee: "L’accès est rétabli\u202f; la personne est prévenue par e-mail.",
};

export default async function RegisteredPage({ params, searchParams }: PageProps<"/comite/adherents/[slug]">) {
  const actor = await requireRight("oversee", "Structure");
  const structure = await findRegistered(actor, (await params).slug, requestTime());
  if (!structure) notFound();
  return (
    <>
      <PageHeader
        breadcrumb={<Breadcrumb steps={[{ label: "Registre", href: paths.register }]} here={structure.name} />}
        kicker={`${KIND_LABELS[structure.kind]}, ${STATUS_LABELS[structure.status]}`}
        title={structure.name}
        lead={placeInWords(structure.city)}
      >
        {structure.status === "active" && (
          <ButtonLink kind="secondary" href={paths.member(structure.slug)}>
            Voir sa fiche publique
          </ButtonLink>
        )}
      </PageHeader>
      <DoneNotice query={await searchParams} words={DONE} />
      <Facts structure={structure} />
      <Section title="Personnes" id="personnes">
        <RegisteredPeople structure={structure} actor={actor} today={dayOf(requestTime())} />
      </Section>
      <Mails structure={structure} />
      <Status structure={structure} />
    </>
  );
}

function Facts({ structure }: { structure: RegisteredView }) {
  const { joinedOn, email, phone, website, siret, address, postalCode, city, commissions } = structure;
  return (
    <Section title="La structure" id="structure">
      <DefinitionList
        items={[
          { term: "Au registre depuis le", value: formatDay(dayOfColumn(joinedOn)) },
          { term: "Adresse e-mail", value: email && <a href={`mailto:${email}`}>{email}</a> },
          { term: "Téléphone", value: phone },
          { term: "Site", value: website && <a href={website}>{website}</a> },
          { term: "SIRET", value: siret },
          { term: "Adresse", value: [address, postalCode, city].filter(Boolean).join(", ") },
          {
            term: "Commissions",
            value: commissions.length > 0 && (
              <ul>
                {commissions.map(({ commission: { slug, name }, joinedOn: since }) => (
                  <li key={slug}>
                    <CommissionLabel slug={slug} name={name} /> depuis le {formatDayShort(dayOfColumn(since))}
                  </li>
                ))}
              </ul>
            ),
          },
        ]}
      />
    </Section>
  );
}

function Mails({ structure }: { structure: RegisteredView }) {
  const mails = structure.affiliations
    .flatMap(({ person }) => person.mails)
    .sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime())
    .slice(0, 20);
  return (
    <Section title="Courrier reçu" id="courrier" intro="Les derniers messages du portail à ses personnes.">
      {mails.length === 0 ? (
        <p>Aucun message pour l’instant.</p>
      ) : (
        <DataTable
          caption="Messages, les derniers d’abord"
          rows={mails}
          rowKey={({ id }) => id}
          columns={[
            { label: "Écrit le", cell: ({ createdAt }) => formatInstant(createdAt) },
            { label: "À", cell: ({ toAddress }) => toAddress },
            { label: "Objet", cell: ({ subject }) => subject },
            { label: "État", cell: ({ state }) => MAIL_STATE_LABELS[state] },
          ]}
        />
      )}
    </Section>
  );
}

function Status({ structure: { id, status, statusChanges } }: { structure: RegisteredView }) {
  return (
    <Section
      title="Statut"
      id="statut-part"
      more={{ href: auditHref({ subjectKind: "Structure", subjectId: id }), label: "Ce que dit le journal" }}
    >
      {statusChanges.length > 0 && (
        <ul className="prose mb-6">
          {statusChanges.map(({ id: key, from, to, changedAt }) => (
            <li key={key}>
              {formatDay(dayOf(changedAt))} : de « {STATUS_LABELS[from]} » à « {STATUS_LABELS[to]} »
            </li>
          ))}
        </ul>
      )}
      {status === "applicant" ? (
        <p>La candidature de cette structure attend une décision.</p>
      ) : (
        <SettleForm
          id={id}
          options={SETTLED_STATUSES.filter((one) => one !== status).map((value) => ({
            value,
            label: STATUS_LABELS[value],
          }))}
        />
      )}
    </Section>
  );
}
