import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ButtonForm } from "#components/forms/button-form";
import { ContactForm } from "#components/membership/contact-form";
import { Breadcrumb } from "#components/ui/breadcrumb";
import { BrickList } from "#components/ui/brick-list";
import { BrickRow } from "#components/ui/brick-row";
import { DefinitionList } from "#components/ui/definition-list";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { removeProspectAction } from "#lib/membership/prospects/actions";
import { PROSPECT_STATE_LABELS } from "#lib/membership/prospects/labels";
import { findProspect } from "#lib/membership/prospects/queries";
import { requestTime } from "#lib/platform/clock";
import { dayOf, formatDay, formatInstant } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import { KIND_LABELS } from "#lib/structures/labels";

export const metadata: Metadata = { title: "Prospect" };

export default async function ProspectPage({ params }: PageProps<"/comite/prospects/[id]">) {
  const { id } = await params;
  const prospect = await findProspect(await requireActor(), id, requestTime());
  if (!prospect) notFound();
  const { name, kind, activity, city, postalCode, siret, website, email, phone, state } = prospect;
  return (
    <>
      <PageHeader
        breadcrumb={<Breadcrumb steps={[{ label: "Prospects", href: paths.boardProspects }]} here={name} />}
        kicker={PROSPECT_STATE_LABELS[state]}
        title={name}
        lead={[activity, city].filter(Boolean).join(", ")}
      />
      <Section title="Ce qu’on en sait">
        <DefinitionList
          items={[
            { term: "Type", value: kind && KIND_LABELS[kind] },
            { term: "Ville", value: [postalCode, city].filter(Boolean).join(" ") },
            { term: "SIRET", value: siret },
            {
              term: "Site web",
              value: website && (
                <a href={website} rel="noopener noreferrer nofollow">
                  {website}
                </a>
              ),
            },
            { term: "Adresse e-mail", value: email && <a href={`mailto:${email}`}>{email}</a> },
            { term: "Téléphone", value: phone && <a href={`tel:${phone.replaceAll(" ", "")}`}>{phone}</a> },
          ]}
        />
      </Section>
      <Section title="Qui la connaît">
        {prospect.acquaintances.length === 0 ? (
          <p>Personne ne s’est déclaré pour l’instant. Les adhérents le font depuis leur espace, page Parrainage.</p>
        ) : (
          <ul>
            {prospect.acquaintances.map(({ person, since }) => (
              <li key={person.id}>
                <a href={`mailto:${person.email}`}>
                  {person.firstName} {person.lastName}
                </a>
                , depuis le {formatDay(dayOf(since))}
              </li>
            ))}
          </ul>
        )}
      </Section>
      {prospect.invitations.length > 0 && (
        <Section title="Invitations">
          <ul>
            {prospect.invitations.map(({ id: invitationId, toName, toAddress, sentAt, invitedBy, applications }) => (
              <li key={invitationId}>
                {toName} ({toAddress}), le {formatDay(dayOf(sentAt))}
                {invitedBy && `, par ${invitedBy.firstName} ${invitedBy.lastName}`}
                {applications.map((application) => (
                  <span key={application.id}>
                    {" "}
                    : <a href={paths.boardApplication(application.id)}>demande n° {application.number}</a>
                  </span>
                ))}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title="Noter un contact">
        <ContactForm prospectId={id} />
      </Section>
      <Section title="Historique">
        {prospect.entries.length === 0 ? (
          <p>Rien n’a encore été noté.</p>
        ) : (
          <BrickList>
            {prospect.entries.map((entry) => (
              <BrickRow
                key={entry.id}
                title={entry.state ? PROSPECT_STATE_LABELS[entry.state] : "Note"}
                kicker={`${formatInstant(entry.writtenAt)}, ${entry.author ? `${entry.author.firstName} ${entry.author.lastName}` : "le portail"}`}
              >
                {entry.note && <p>{entry.note}</p>}
              </BrickRow>
            ))}
          </BrickList>
        )}
      </Section>
      <Section title="Retirer">
        <details className="fold">
          <summary>Retirer cette entreprise de la liste</summary>
          <p>
            Une erreur, ou l’entreprise ne veut pas y figurer : tout ce qui a été noté d’elle est effacé. C’est
            définitif.
          </p>
          <ButtonForm action={removeProspectAction} id="retirer" fields={{ prospectId: id }}>
            Retirer de la liste
          </ButtonForm>
        </details>
      </Section>
    </>
  );
}
