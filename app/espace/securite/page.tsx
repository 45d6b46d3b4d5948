import type { Metadata } from "next";
import { ButtonForm } from "#components/forms/button-form";
import { ButtonLink } from "#components/ui/button-link";
import { DataTable } from "#components/ui/data-table";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { getSecondFactor } from "#lib/people/second-factor/queries";
import { revokeOtherSessionsAction, revokeSessionAction } from "#lib/people/sessions/actions";
import { getProof, listSessions } from "#lib/people/sessions/queries";
import { readParameter } from "#lib/platform/address";
import { requestTime } from "#lib/platform/clock";
import { dayOf, formatDayShort, formatInstant } from "#lib/platform/dates";
import { count } from "#lib/platform/french";
import { paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";

export const metadata: Metadata = { title: "Sécurité du compte" };

const DONE: Record<string, string> = {
  "mot-de-passe": "Votre nouveau mot de passe est enregistré. Vos autres sessions ont pris fin.",
  "second-facteur": "Votre second facteur est en service\u202f: il vous sera demandé à chaque connexion.",
  "second-facteur-retire": "Votre second facteur est retiré.",
};

export default async function SecurityPage({ searchParams }: PageProps<"/espace/securite">) {
  const actor = await requireActor();
  const [sessions, { hasPassword }, factor, query] = await Promise.all([
    listSessions(actor, requestTime()),
    getProof(actor),
    getSecondFactor(actor),
    searchParams,
  ]);
  const done = DONE[readParameter(query, "fait") ?? ""];
  return (
    <>
      <PageHeader
        kicker="Espace membre"
        title="Sécurité du compte"
        lead="Comment vous entrez dans le portail, et depuis quels appareils."
      />
      {done && (
        <div className="sheet">
          <Notice kind="success" isLive>
            {done}
          </Notice>
        </div>
      )}
      <Section title="Mot de passe">
        <p>
          {hasPassword
            ? "Vous avez un mot de passe. Un lien par e-mail vous permet aussi d’entrer, à tout moment."
            : "Vous n’avez pas de mot de passe\u202f: vous entrez par un lien reçu par e-mail."}
        </p>
        <p className="actions">
          <ButtonLink href={paths.password} kind="secondary">
            {hasPassword ? "Changer de mot de passe" : "Choisir un mot de passe"}
          </ButtonLink>
        </p>
      </Section>
      <Section title="Second facteur">
        {factor.state === "on" ? (
          <p>
            En service depuis le {formatDayShort(dayOf(factor.since))}.{" "}
            {factor.codesLeft > 0
              ? `Il vous reste ${count(factor.codesLeft, "code")} de secours.`
              : "Il ne vous reste aucun code de secours\u202f: remplacez-les."}
          </p>
        ) : (
          <p>
            Une application de votre téléphone montre six chiffres, demandés après le mot de passe ou le lien : qui vous
            vole l’un n’a pas l’autre.{" "}
            {actor.owesSecondFactor && <strong>Vos droits du comité ou de l’administration l’attendent.</strong>}
          </p>
        )}
        <p className="actions">
          <ButtonLink href={paths.secondFactor} kind={actor.owesSecondFactor ? "primary" : "secondary"}>
            {factor.state === "on" ? "Gérer le second facteur" : "Mettre en place un second facteur"}
          </ButtonLink>
        </p>
      </Section>
      <Section
        title="Appareils connectés"
        intro="Ce que le navigateur dit de lui-même, et rien de plus : ni lieu, ni adresse réseau."
      >
        <DataTable
          caption="Vos sessions ouvertes, les dernières d’abord"
          rows={sessions}
          rowKey={({ id }) => id}
          columns={[
            {
              label: "Appareil",
              cell: ({ device, isUnfinished }) =>
                isUnfinished ? `${device}, sans second facteur\u202f: n’ouvre rien` : device,
            },
            { label: "Ouverte le", cell: ({ openedAt }) => formatInstant(openedAt) },
            { label: "Dernier usage", cell: ({ lastUsedOn }) => formatDayShort(lastUsedOn) },
            {
              label: "Action",
              cell: ({ id, device, isCurrent }) =>
                isCurrent ? (
                  <strong>Cet appareil, en ce moment</strong>
                ) : (
                  <ButtonForm action={revokeSessionAction} id={`fermer-${id}`} fields={{ id }}>
                    Fermer<span className="sr-only"> la session {device}</span>
                  </ButtonForm>
                ),
            },
          ]}
        />
        {sessions.length > 1 && (
          <ButtonForm action={revokeOtherSessionsAction} id="fermer-les-autres" fields={{}}>
            Fermer toutes les autres sessions
          </ButtonForm>
        )}
      </Section>
    </>
  );
}
