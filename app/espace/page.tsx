import type { Metadata } from "next";
import { Button } from "#components/ui/button";
import { DefinitionList } from "#components/ui/definition-list";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { signOutAction } from "#lib/people/sessions/actions";
import { requestTime } from "#lib/platform/clock";
import { paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import type { PersonActor } from "#lib/policy/actor";
import { permissionsInWords } from "#lib/policy/intentions";

export const metadata: Metadata = { title: "Espace membre", robots: { index: false } };

export default async function MemberAreaPage() {
  const actor = await requireActor();
  const permissions = permissionsInWords(actor, requestTime());
  return (
    <>
      <PageHeader kicker="Espace membre" title={`Bonjour ${actor.name}`} lead={rolesInWords(actor)} />
      {actor.owesSecondFactor && (
        <div className="sheet">
          <Notice kind="warning" title="Il reste une étape pour le comité directeur">
            <p>
              Vos droits du comité ou de l’administration attendent un second facteur : une application de votre
              téléphone, en deux minutes. <a href={paths.secondFactor}>Le mettre en place</a>
            </p>
          </Notice>
        </div>
      )}
      <Section title="Qui vous êtes">
        <DefinitionList
          items={[
            { term: "Adresse e-mail", value: actor.email },
            { term: actor.structures.length > 1 ? "Vos structures" : "Votre structure", value: structures(actor) },
            { term: "Vos mandats", value: mandates(actor).join(", ") },
          ]}
        />
        <form action={signOutAction}>
          <Button kind="secondary">Se déconnecter</Button>
        </form>
      </Section>
      <Section
        title="Ce que vous pouvez faire"
        intro="Vos droits suivent vos mandats : ils commencent et finissent avec eux."
      >
        {permissions.length > 0 ? (
          <ul className="prose">
            {permissions.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        ) : (
          <p>
            Votre compte vous permet de consulter les pages publiques. Aucun autre droit n’y est attaché aujourd’hui.
          </p>
        )}
      </Section>
    </>
  );
}

function structures(actor: PersonActor) {
  if (actor.structures.length === 0) return null;
  return (
    <ul>
      {actor.structures.map((structure) => (
        <li key={structure.id}>
          {structure.isActive ? <a href={paths.member(structure.slug)}>{structure.name}</a> : structure.name}
          {structure.role === "primary_contact" ? ", référent" : ""}
        </li>
      ))}
    </ul>
  );
}

const BOARD_WORDS = {
  president: "présidence",
  treasurer: "trésorerie",
  secretary: "secrétariat",
  board_member: "comité directeur",
};

function mandates(actor: PersonActor): string[] {
  return [
    ...actor.boardFunctions.map((held) => BOARD_WORDS[held]),
    ...actor.commissionsLed.map(
      ({ function: held, name }) => `${held === "lead" ? "responsable" : "suppléance"} de la commission ${name}`,
    ),
    ...(actor.isAdministrator ? ["administration du portail"] : []),
  ];
}

function rolesInWords(actor: PersonActor): string {
  const roles = mandates(actor);
  if (roles.length > 0) return `Vous êtes ici au titre de : ${roles.join(", ")}.`;
  if (actor.isStudent) return "Vous êtes ici comme étudiante ou étudiant.";
  const first = actor.structures[0];
  return first ? `Vous êtes ici au nom de ${first.name}.` : "Votre compte n’est rattaché à aucune structure.";
}
