import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ButtonForm } from "#components/forms/button-form";
import { LawPanel } from "#components/internships/law-panel";
import { OfferBody } from "#components/internships/offer-body";
import { Breadcrumb } from "#components/ui/breadcrumb";
import { ButtonLink } from "#components/ui/button-link";
import { DefinitionList } from "#components/ui/definition-list";
import { DoneNotice } from "#components/ui/done-notice";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { Reveal } from "#components/ui/reveal";
import { Section } from "#components/ui/section";
import { OFFER_STATE_LABELS } from "#lib/internships/labels";
import {
  closeOfferAction,
  discardOfferAction,
  publishOfferAction,
  reopenOfferAction,
} from "#lib/internships/offers/actions";
import { findHouse, findOwnOffer, type OwnOffer } from "#lib/internships/offers/queries";
import { daysOf, lawChecks } from "#lib/internships/offers/rules";
import { type OfferState, stateOf } from "#lib/internships/rules";
import { requestTime } from "#lib/platform/clock";
import { dayOf, dayOfColumn, formatDay, formatInstant } from "#lib/platform/dates";
import { count } from "#lib/platform/french";
import { paths } from "#lib/platform/paths";
import { requireRight } from "#lib/platform/session";

export const metadata: Metadata = { title: "Offre de stage" };

const DONE = {
  enregistree: "L’offre est enregistrée. Relisez-la comme la verront les étudiants.",
  publiee: "L’offre est publiée. Ceux qui ont une alerte qui lui correspond la recevront demain matin.",
  fermee: "L’offre est fermée\u202f: elle n’est plus dans les listes.",
  rouverte: "L’offre est de nouveau en ligne.",
};

/** An offer as students will read it, with what only its people see: where it stands, and what the law says. */
export default async function OwnOfferPage({ params, searchParams }: PageProps<"/espace/stages/[id]">) {
  const actor = await requireRight("publish", "Internship");
  const now = requestTime();
  const offer = await findOwnOffer(actor, (await params).id, now);
  if (!offer) notFound();
  const state = stateOf(offer, dayOf(now));
  const checks = lawChecks(daysOf(offer), await findHouse(actor, offer, now));
  return (
    <>
      <PageHeader
        breadcrumb={
          <Breadcrumb steps={[{ label: "Offres de stage", href: paths.memberInternships }]} here={offer.title} />
        }
        kicker={OFFER_STATE_LABELS[state]}
        title={offer.title}
      />
      <DoneNotice query={await searchParams} words={DONE} />
      <Section title="Où en est l’offre" id="etat">
        <DefinitionList
          items={[
            { term: "Publiée", value: offer.publishedAt && formatInstant(offer.publishedAt) },
            { term: "Fermée", value: offer.closedAt && formatInstant(offer.closedAt) },
            {
              term: "Réservée aux écoles choisies",
              value: offer.shownFirstUntil && `jusqu’au ${formatDay(dayOfColumn(offer.shownFirstUntil))}`,
            },
            { term: "Tutorat", value: [offer.tutorName, offer.tutorRole].filter(Boolean).join(", ") },
          ]}
        />
        <FreedPlace offer={offer} state={state} />
        <Steps offer={offer} state={state} />
      </Section>
      <Section title="Ce que dit la loi" id="loi">
        <LawPanel checks={checks} />
      </Section>
      <OfferBody offer={offer} />
    </>
  );
}

/** An offer that closed because it was full, when somebody gave their place up: only its house knows whether to look on. */
function FreedPlace({ offer: { places, _count }, state }: { offer: OwnOffer; state: OfferState }) {
  const free = places - _count.applications;
  if (state !== "filled" || free <= 0) return null;
  return (
    <Notice title={`${count(free, "place")} de nouveau libre${free > 1 ? "s" : ""}`}>
      <p>
        L’offre s’était fermée d’elle-même, toutes ses places étant prises. Elle ne rouvre pas sans vous : les autres
        candidats ont déjà reçu leur réponse.
      </p>
    </Notice>
  );
}

/** What can be done now: one thing first. */
function Steps({ offer: { id, slug, places, _count }, state }: { offer: OwnOffer; state: OfferState }) {
  return (
    <>
      <div className="actions">
        {state === "draft" && (
          <ButtonForm
            action={publishOfferAction}
            id="publier"
            fields={{ id }}
            kind="primary"
            failure="L’offre n’est pas publiée"
          >
            Publier l’offre
          </ButtonForm>
        )}
        {state === "open" && <ButtonLink href={paths.internship(slug)}>Voir la page publique</ButtonLink>}
        {(state === "filled" || state === "withdrawn") && _count.applications < places && (
          <ButtonForm
            action={reopenOfferAction}
            id="rouvrir"
            fields={{ id }}
            kind="primary"
            failure="L’offre n’est pas rouverte"
          >
            Rouvrir l’offre
          </ButtonForm>
        )}
        {state !== "draft" && (
          <ButtonLink kind="secondary" href={paths.receivedApplications(id)}>
            Candidatures
          </ButtonLink>
        )}
        <ButtonLink kind="secondary" href={paths.editInternship(id)}>
          {state === "expired" ? "Repousser la date limite" : "Modifier"}
        </ButtonLink>
        {state !== "draft" && (
          <ButtonLink kind="secondary" href={paths.copyInternship(id)}>
            Reprendre pour l’an prochain
          </ButtonLink>
        )}
      </div>
      {(state === "open" || state === "first" || state === "expired") && (
        <Reveal label="Fermer l’offre">
          <p>Elle quitte aussitôt les listes, et sa page dira qu’elle est terminée. Vous pourrez la rouvrir.</p>
          <ButtonForm action={closeOfferAction} id="fermer" fields={{ id }} failure="L’offre n’est pas fermée">
            Fermer l’offre
          </ButtonForm>
        </Reveal>
      )}
      {state === "draft" && (
        <Reveal label="Supprimer le brouillon">
          <p>Le texte est perdu : personne ne pourra le reprendre.</p>
          <ButtonForm action={discardOfferAction} id="supprimer" fields={{ id }} failure="Le brouillon est toujours là">
            Supprimer le brouillon
          </ButtonForm>
        </Reveal>
      )}
    </>
  );
}
