import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ButtonForm } from "#components/forms/button-form";
import { Breadcrumb } from "#components/ui/breadcrumb";
import { DefinitionList } from "#components/ui/definition-list";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { notePresenceAction } from "#lib/events/registrations/desk/actions";
import { findByPresenceCode } from "#lib/events/registrations/desk/queries";
import { STATE_LABELS } from "#lib/events/registrations/labels";
import { requestTime } from "#lib/platform/clock";
import { formatInstant, formatTime } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { requireRight } from "#lib/platform/session";

export const metadata: Metadata = { title: "Pointer une personne" };

/** What a scanned code opens, for those at the door alone: who it is, and one button. */
export default async function PresencePage({ params }: PageProps<"/espace/evenements/pointage/[token]">) {
  const { token } = await params;
  const [actor, now] = [await requireRight("host", "Event"), requestTime()];
  const found = (await findByPresenceCode(actor, token, now)) ?? notFound();
  const { id, state, firstName, lastName, organization, guests, presentAt, opening } = found;
  const { slug, title, startsAt } = opening.event;
  return (
    <>
      <PageHeader
        breadcrumb={
          <Breadcrumb
            steps={[
              { label: "Événements", href: paths.hostedEvents },
              { label: title, href: paths.hostedEvent(slug) },
            ]}
            here="Accueil"
          />
        }
        kicker="À l’accueil"
        title={`${firstName} ${lastName}`}
        {...(guests > 0 ? { figures: [{ value: `+ ${guests}`, words: guests > 1 ? "invités" : "invité" }] } : {})}
      />
      <Section title={presentAt ? "Présent" : STATE_LABELS[state]}>
        <DefinitionList
          items={[
            { term: "Pour", value: organization },
            { term: "Rendez-vous", value: `${title}, ${formatInstant(startsAt)}` },
          ]}
        />
        <div className="mt-6">
          {presentAt ? (
            <>
              <Notice kind="success" title={`Pointé présent à ${formatTime(presentAt)}`} isLive>
                <p>Vous pouvez viser le code suivant.</p>
              </Notice>
              <ButtonForm
                action={notePresenceAction}
                id="presence"
                fields={{ registrationId: id, present: "0", next: paths.presenceCode(token) }}
                kind="quiet"
              >
                C’était une erreur
              </ButtonForm>
            </>
          ) : state === "registered" ? (
            <ButtonForm
              action={notePresenceAction}
              id="presence"
              fields={{ registrationId: id, present: "1", next: paths.presenceCode(token) }}
              kind="primary"
            >
              Marquer présent
            </ButtonForm>
          ) : (
            <Notice kind="warning" title="Sans place">
              <p>
                Cette personne n’a pas de place retenue. S’il en reste dans la salle, augmentez le nombre de places : la
                liste d’attente monte aussitôt.
              </p>
            </Notice>
          )}
        </div>
      </Section>
    </>
  );
}
