import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ButtonForm } from "#components/forms/button-form";
import { ButtonLink } from "#components/ui/button-link";
import { DoneNotice } from "#components/ui/done-notice";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { TagList } from "#components/ui/tag-list";
import { confirmAlertAction, stopAlertAction } from "#lib/internships/alerts/actions";
import { findAlert } from "#lib/internships/alerts/queries";
import { offersHref } from "#lib/internships/search/schema";
import { formatDay } from "#lib/platform/dates";

export const metadata: Metadata = { title: "Alerte de stages", robots: { index: false } };

/** What the links of an alert's mails open. Reading changes nothing: mail scanners open links too. */
export default async function AlertPage({ params, searchParams }: PageProps<"/alertes/[token]">) {
  const { token } = await params;
  const alert = await findAlert(token);
  if (!alert) notFound();
  const { criteria, filter, until } = alert;
  return (
    <>
      <PageHeader
        kicker="Alerte de stages"
        title={until ? "Votre alerte court" : "Confirmez votre alerte"}
        lead={until ? `Jusqu’au ${formatDay(until)}.` : "Un message le matin, quand une offre nouvelle y répond."}
      />
      <DoneNotice
        query={await searchParams}
        words={{ confirmee: "C’est confirmé. Le premier message partira avec la prochaine offre qui convient." }}
      />
      <Section title="Ce qu’elle cherche" id="recherche">
        {criteria.length > 0 ? (
          <TagList label="Critères" tags={criteria.map((label) => ({ label }))} />
        ) : (
          <p>Toutes les offres de stage du club.</p>
        )}
        <div className="actions">
          <ButtonForm
            action={confirmAlertAction}
            id="confirmer"
            fields={{ token }}
            kind={until ? "secondary" : "primary"}
            failure="L’alerte n’est pas confirmée"
          >
            {until ? "La garder un an de plus" : "Confirmer l’alerte"}
          </ButtonForm>
          <ButtonLink kind="secondary" href={offersHref(filter)}>
            Voir les offres d’aujourd’hui
          </ButtonLink>
          <ButtonForm
            action={stopAlertAction}
            id="arreter"
            fields={{ token }}
            kind="quiet"
            failure="L’alerte court encore"
          >
            Arrêter et effacer mon adresse
          </ButtonForm>
        </div>
      </Section>
    </>
  );
}
