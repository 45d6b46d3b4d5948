import type { Metadata } from "next";
import { ResendLinkForm } from "#components/membership/resend-link-form";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { Prose } from "#components/ui/prose";
import { Section } from "#components/ui/section";

export const metadata: Metadata = { title: "Demande envoyée", robots: { index: false } };

export default async function JoinSentPage({ searchParams }: PageProps<"/adherer/demande/envoyee">) {
  const { renvoi } = await searchParams;
  return (
    <>
      <PageHeader
        kicker="Rejoindre le club"
        title="Il reste à confirmer"
        lead="Ouvrez le message que nous venons de vous envoyer et pressez le bouton : c’est ce qui remet votre demande au comité directeur."
      />
      <Section title="Et ensuite">
        <Prose>
          <ol>
            <li>Vous confirmez votre adresse, sous sept jours.</li>
            <li>Le comité directeur lit la demande, et vous pose ses questions s’il en a.</li>
            <li>Il vous répond dans les trente jours, dans un sens ou dans l’autre.</li>
          </ol>
          <p>Le lien de ce message vous servira à suivre la demande, à la corriger ou à la retirer.</p>
        </Prose>
      </Section>
      <Section title="Rien reçu ?" intro="Regardez d’abord parmi les indésirables.">
        {renvoi !== undefined && (
          <div className="mb-6">
            <Notice kind="success" isLive>
              <p>Si une demande est en cours à cette adresse, son lien vient d’y être renvoyé.</p>
            </Notice>
          </div>
        )}
        <ResendLinkForm />
      </Section>
    </>
  );
}
