import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ButtonForm } from "#components/forms/button-form";
import { ButtonLink } from "#components/ui/button-link";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { signInAction } from "#lib/meetings/attendance/actions";
import { findSignIn } from "#lib/meetings/attendance/queries";
import { requestTime } from "#lib/platform/clock";
import { formatRange } from "#lib/platform/dates";
import { paths, signInPath } from "#lib/platform/paths";
import { currentActor } from "#lib/platform/session";

export const metadata: Metadata = { title: "Émarger", robots: { index: false } };

export default async function PresencePage({ params }: PageProps<"/presence/[token]">) {
  const { token } = await params;
  const actor = await currentActor();
  const meeting = (await findSignIn(actor, token, requestTime())) ?? notFound();
  return (
    <>
      <PageHeader kicker="Émargement" title={meeting.title} lead={formatRange(meeting.startsAt, meeting.endsAt)} />
      <Section title="Votre présence">
        {meeting.isThere ? (
          <Notice kind="success" title="Vous êtes noté présent" isLive>
            <p>Bonne réunion. Vous pouvez ranger votre téléphone.</p>
          </Notice>
        ) : !meeting.isOpen ? (
          <Notice kind="warning" title="Ce n’est pas l’heure">
            <p>On émarge d’une heure avant la réunion à une heure après.</p>
          </Notice>
        ) : actor.kind === "person" ? (
          <ButtonForm
            action={signInAction}
            id="emarger"
            fields={{ token }}
            kind="primary"
            failure="Votre présence n’est pas notée"
          >
            Je suis là
          </ButtonForm>
        ) : (
          <>
            <p>Dites d’abord qui vous êtes : cette page revient ensuite.</p>
            <ButtonLink href={signInPath(paths.presence(token))}>Se connecter</ButtonLink>
          </>
        )}
      </Section>
    </>
  );
}
