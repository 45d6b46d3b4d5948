import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { BrickList } from "#components/ui/brick-list";
import { BrickRow } from "#components/ui/brick-row";
import { EmptyState } from "#components/ui/empty-state";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { listKeptMail } from "#lib/mail/queries";
import { formatInstant } from "#lib/platform/dates";
import { count } from "#lib/platform/french";
import { paths } from "#lib/platform/paths";

export const metadata: Metadata = { title: "Boîte d’envoi", robots: { index: false } };

export default async function KeptMailPage() {
  const mails = await listKeptMail();
  if (!mails) notFound();
  return (
    <>
      <PageHeader
        kicker="Démonstration"
        title="La boîte d’envoi"
        lead="Aucun serveur d’envoi n’est réglé : les e-mails que le portail aurait envoyés restent ici, pour que vous puissiez les lire."
      />
      <Section title={count(mails.length, "message")} intro="Les cent derniers, le plus récent d’abord.">
        {mails.length === 0 ? (
          <EmptyState title="Rien n’est parti pour l’instant">
            <p>Demandez par exemple un lien de connexion : il arrivera ici.</p>
          </EmptyState>
        ) : (
          <BrickList>
            {mails.map((mail) => (
              <BrickRow key={mail.id} title={mail.subject} href={paths.keptMessage(mail.id)}>
                <p>
                  À {mail.toAddress}, {formatInstant(mail.createdAt)}
                </p>
              </BrickRow>
            ))}
          </BrickList>
        )}
      </Section>
    </>
  );
}
