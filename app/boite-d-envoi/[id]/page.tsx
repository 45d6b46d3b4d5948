import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Breadcrumb } from "#components/ui/breadcrumb";
import { DefinitionList } from "#components/ui/definition-list";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { findKeptMail } from "#lib/mail/queries";
import { formatInstant } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { isUuid } from "#lib/platform/uuid";

export const metadata: Metadata = { title: "Message gardé", robots: { index: false } };

export default async function KeptMessagePage({ params }: PageProps<"/boite-d-envoi/[id]">) {
  const { id } = await params;
  const mail = isUuid(id) ? await findKeptMail(id) : null;
  if (!mail) notFound();
  return (
    <>
      <PageHeader
        title={mail.subject}
        breadcrumb={<Breadcrumb steps={[{ label: "Boîte d’envoi", href: paths.keptMail }]} here={mail.subject} />}
      />
      <Section title="Message">
        <DefinitionList
          items={[
            { term: "À", value: mail.toName ? `${mail.toName} (${mail.toAddress})` : mail.toAddress },
            { term: "Écrit le", value: formatInstant(mail.createdAt) },
            { term: "Pièces jointes", value: mail.attachments.map(({ filename }) => filename).join(", ") },
            { term: "Invitation", value: mail.calendar ? "un fichier d’agenda" : null },
          ]}
        />
        <pre className="letter">
          {mail.text.split(/(https?:[/][/]\S+)/).map((part, index) =>
            index % 2 === 1 ? (
              <a key={part} href={part}>
                {part}
              </a>
            ) : (
              part
            ),
          )}
        </pre>
        <p>
          <a className="arrow" href={paths.keptMessageHtml(mail.id)}>
            Voir la version mise en forme
          </a>
        </p>
      </Section>
    </>
  );
}
