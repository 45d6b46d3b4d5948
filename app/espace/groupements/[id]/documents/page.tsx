import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DepositForm } from "#components/consortia/deposit-form";
import { WorkspaceHeader } from "#components/consortia/workspace-header";
import { ButtonForm } from "#components/forms/button-form";
import { ButtonLink } from "#components/ui/button-link";
import { DoneNotice } from "#components/ui/done-notice";
import { EmptyState } from "#components/ui/empty-state";
import { Notice } from "#components/ui/notice";
import { Reveal } from "#components/ui/reveal";
import { Section } from "#components/ui/section";
import { chooseFinalAction, withdrawDocumentAction } from "#lib/consortia/documents/actions";
import { DEPOSIT_REFUSALS } from "#lib/consortia/documents/labels";
import { type DocumentView, listDocuments } from "#lib/consortia/documents/queries";
import { formatSize } from "#lib/consortia/documents/rules";
import { type ConsortiumView, findConsortium } from "#lib/consortia/queries";
import { readParameter } from "#lib/platform/address";
import { requestTime } from "#lib/platform/clock";
import { formatInstant } from "#lib/platform/dates";
import { count } from "#lib/platform/french";
import { paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";

export const metadata: Metadata = { title: "Documents" };

const DONE = {
  depose: "Le document est déposé. Les membres en sont prévenus.",
  choisi: "Le document est dans la réponse finale.",
  sorti: "Le document n’est plus dans la réponse finale.",
  retire: "Le document est retiré, et ses fichiers effacés.",
};

export default async function DocumentsPage({ params, searchParams }: PageProps<"/espace/groupements/[id]/documents">) {
  const [actor, now] = [await requireActor(), requestTime()];
  const { id } = await params;
  const consortium = await findConsortium(actor, id, now);
  if (!consortium) notFound();
  const documents = await listDocuments(actor, id, now);
  const query = await searchParams;
  const refusal = DEPOSIT_REFUSALS[readParameter(query, "refus") ?? ""];
  const typed = {
    title: readParameter(query, "titre") ?? "",
    note: readParameter(query, "note") ?? "",
    isConfidential: readParameter(query, "confidentiel") === "on",
    documentId: readParameter(query, "document"),
  };
  const final = documents.filter(({ isFinal }) => isFinal);
  const confidential = documents.filter(({ isConfidential, isFinal }) => isConfidential && !isFinal);
  const shared = documents.filter(({ isConfidential, isFinal }) => !isConfidential && !isFinal);
  const list = (rows: DocumentView[]) => (
    <ul className="document-list">
      {rows.map((document) => (
        <DocumentRow
          key={document.id}
          document={document}
          consortium={consortium}
          typed={document.id === typed.documentId ? typed : undefined}
        />
      ))}
    </ul>
  );
  return (
    <>
      <WorkspaceHeader consortium={consortium} here="documents" room="Documents" now={now} />
      <DoneNotice query={query} words={DONE} />
      {refusal && (
        <div className="sheet">
          <Notice kind="error" title="Le document n’est pas déposé" isLive>
            <p>{refusal}</p>
          </Notice>
        </div>
      )}
      <Section title="La réponse finale" id="finale" intro="Ce que l’acheteur reçoit. Le mandataire choisit.">
        {final.length > 0 ? (
          <>
            {list(final)}
            <ButtonLink href={paths.consortiumArchive(id)} kind="secondary">
              Télécharger l’archive (zip)
            </ButtonLink>
          </>
        ) : (
          <EmptyState title="Rien n’est encore choisi" />
        )}
      </Section>
      <Section title="Documents partagés" id="partages" intro="Lus par tous les membres. Rien n’est jamais écrasé.">
        {shared.length > 0 ? list(shared) : <EmptyState title="Aucun document partagé" />}
      </Section>
      {consortium.own && (
        <>
          <Section
            title="Dossiers confidentiels"
            id="confidentiels"
            intro="Lus par la structure qui les donne et par le mandataire, par personne d’autre."
          >
            {confidential.length > 0 ? list(confidential) : <EmptyState title="Votre dossier est vide" />}
          </Section>
          <Section title="Déposer un document" id="deposer">
            <DepositForm id={id} typed={typed.documentId ? undefined : typed} />
          </Section>
        </>
      )}
    </>
  );
}

type RowProps = {
  document: DocumentView;
  consortium: ConsortiumView;
  /** For its next version, before that was refused. */
  typed: Parameters<typeof DepositForm>[0]["typed"];
};

function DocumentRow({ document, consortium, typed }: RowProps) {
  const { id, own, state } = consortium;
  const [last, ...former] = document.versions;
  const isOurs = own?.structureId === document.structureId;
  const mayReplace = own !== null && (isOurs || !document.isConfidential);
  const isFrozen = document.isFinal && state !== "building";
  const fields = { id, documentId: document.id };
  return (
    <li>
      <h3>{document.title}</h3>
      <p className="version-facts">
        Donné par {document.givenBy}
        {document.isConfidential && ", confidentiel"}
      </p>
      {last && <Version id={id} version={last} />}
      {former.length > 0 && (
        <Reveal label={count(former.length, "version précédente", "versions précédentes")}>
          {former.map((version) => (
            <Version key={version.id} id={id} version={version} />
          ))}
        </Reveal>
      )}
      {!isFrozen && (
        <div className="document-actions">
          {own?.isLead && state === "building" && (
            <ButtonForm
              action={chooseFinalAction}
              id={`finale-${document.id}`}
              fields={{ ...fields, isFinal: String(!document.isFinal) }}
              kind="quiet"
            >
              {document.isFinal ? "Sortir de la réponse finale" : "Mettre dans la réponse finale"}
              <span className="sr-only"> : {document.title}</span>
            </ButtonForm>
          )}
          {isOurs && (
            <Reveal label="Retirer ce document">
              <p>Tous ses fichiers seront effacés. Le journal garde la trace de son dépôt.</p>
              <ButtonForm action={withdrawDocumentAction} id={`retirer-${document.id}`} fields={fields}>
                Retirer « {document.title} »
              </ButtonForm>
            </Reveal>
          )}
        </div>
      )}
      {mayReplace && !isFrozen && last && (
        <Reveal label={`Déposer la version ${last.number + 1}`} isOpen={typed !== undefined}>
          <DepositForm id={id} follows={{ documentId: document.id, version: last.number }} typed={typed} />
        </Reveal>
      )}
    </li>
  );
}

function Version({ id, version }: { id: string; version: DocumentView["versions"][number] }) {
  const { number, fileName, size, by, uploadedAt, note, sha256, removedAt } = version;
  return (
    <div>
      <p>
        {removedAt ? (
          <>
            Version {number} : {fileName}, partie avec la structure qui l’avait donnée
          </>
        ) : (
          <a href={paths.consortiumFile(id, version.id)}>
            Version {number} : {fileName} ({formatSize(size)})
          </a>
        )}
      </p>
      <p className="version-facts">
        {by}, le {formatInstant(uploadedAt)}
        {note && `\u202f: ${note}`}
        <br />
        SHA-256 <code>{sha256}</code>
      </p>
    </div>
  );
}
