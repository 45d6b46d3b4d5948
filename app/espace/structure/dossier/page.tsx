import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ButtonForm } from "#components/forms/button-form";
import { CertificateForm } from "#components/papers/certificate-form";
import { PapersForm } from "#components/papers/papers-form";
import { Breadcrumb } from "#components/ui/breadcrumb";
import { ButtonLink } from "#components/ui/button-link";
import { DataTable } from "#components/ui/data-table";
import { DoneNotice } from "#components/ui/done-notice";
import { EmptyState } from "#components/ui/empty-state";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { Reveal } from "#components/ui/reveal";
import { Section } from "#components/ui/section";
import { removeCertificateAction } from "#lib/papers/actions";
import { CERTIFICATE_LABELS } from "#lib/papers/labels";
import { findPapers, type PapersView } from "#lib/papers/queries";
import { requestTime } from "#lib/platform/clock";
import { formatDay } from "#lib/platform/dates";
import { count } from "#lib/platform/french";
import { paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";

export const metadata: Metadata = { title: "Dossier de candidature" };

const DONE = {
  enregistre: "Le dossier est enregistré.",
  ajoutee: "La pièce est ajoutée. Vous serez prévenu avant son terme.",
  retiree: "La pièce est retirée.",
};

export default async function PapersPage({ searchParams }: PageProps<"/espace/structure/dossier">) {
  const [actor, now] = [await requireActor(), requestTime()];
  const papers = await findPapers(actor, now);
  if (!papers) notFound();
  return (
    <>
      <PageHeader
        breadcrumb={
          <Breadcrumb steps={[{ label: "Votre structure", href: paths.ownStructure }]} here="Dossier de candidature" />
        }
        kicker={papers.name}
        title="Dossier de candidature"
        lead="Ce que tout acheteur public vous redemande, gardé une fois. Lu par votre structure seule ; vous choisissez ce que vous donnez à un groupement."
      >
        <div className="actions">
          <ButtonLink href={paths.papersDc2Pdf} kind="secondary">
            Brouillon de DC2 (PDF)
          </ButtonLink>
        </div>
      </PageHeader>
      <DoneNotice query={await searchParams} words={DONE} />
      <Section title="Ce qui manque" id="manques">
        {papers.missing.length > 0 ? (
          <Notice kind="warning" title={`${count(papers.missing.length, "point")} à compléter ou à refaire`}>
            <ul>
              {papers.missing.map((words) => (
                <li key={words}>{words}</li>
              ))}
            </ul>
          </Notice>
        ) : (
          <Notice kind="success" title="Le dossier est complet">
            <p>Rien ne manque et rien n’est périmé.</p>
          </Notice>
        )}
        <p>
          L’adresse, le téléphone et les références viennent de <a href={paths.showcase}>votre fiche publique</a>.
        </p>
      </Section>
      <Section title="Attestations et labels" id="pieces">
        <Certificates papers={papers} />
        <Reveal label="Ajouter une pièce">
          <CertificateForm />
        </Reveal>
      </Section>
      <Section title="Identité et chiffres" id="identite">
        <PapersForm papers={papers} />
      </Section>
    </>
  );
}

const VALIDITY_WORDS = { valid: "", soon: ", bientôt finie", now: ", à renouveler maintenant", over: ", périmée" };

function Certificates({ papers: { certificates } }: { papers: PapersView }) {
  if (certificates.length === 0) return <EmptyState title="Aucune pièce encore" />;
  return (
    <DataTable
      caption="Pièces et dernier jour de validité"
      columns={[
        {
          label: "Pièce",
          cell: ({ kind, label, issuer, reference }) =>
            [`${CERTIFICATE_LABELS[kind]}\u202f: ${label}`, issuer, reference && `n° ${reference}`]
              .filter(Boolean)
              .join(", "),
        },
        {
          label: "Valable",
          cell: ({ validUntil, validity }) =>
            validUntil ? `jusqu’au ${formatDay(validUntil)}${VALIDITY_WORDS[validity]}` : "sans terme",
        },
        {
          label: "Retirer",
          cell: ({ id, label }) => (
            <ButtonForm action={removeCertificateAction} id={`retirer-${id}`} fields={{ id }} kind="quiet">
              Retirer<span className="sr-only"> {label}</span>
            </ButtonForm>
          ),
        },
      ]}
      rows={certificates}
      rowKey={({ id }) => id}
    />
  );
}
