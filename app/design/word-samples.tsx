import { Button } from "#components/ui/button";
import { ButtonLink } from "#components/ui/button-link";
import { type Column, DataTable } from "#components/ui/data-table";
import { DefinitionList } from "#components/ui/definition-list";
import { Notice } from "#components/ui/notice";
import { Prose } from "#components/ui/prose";
import { Section } from "#components/ui/section";
import { members } from "./samples.ts";

const columns: Column<(typeof members)[number]>[] = [
  { label: "Structure", cell: (member) => <a href="#adherents">{member.name}</a> },
  { label: "Métier", cell: (member) => member.trade },
  { label: "Commune", cell: (member) => member.town },
  { label: "Compétences", cell: (member) => member.skills.length, isNumeric: true },
];

export function WordSamples() {
  return (
    <>
      <Section title="Boutons" id="boutons">
        <div className="actions">
          <Button type="button">Envoyer l’invitation</Button>
          <Button type="button" kind="secondary">
            Enregistrer le brouillon
          </Button>
          <Button type="button" kind="quiet">
            Retirer ma demande
          </Button>
          <Button type="button" disabled>
            Envoi en cours…
          </Button>
          <ButtonLink href="#boutons">Rejoindre le club</ButtonLink>
        </div>
      </Section>
      <Section title="Messages" id="messages">
        <div className="grid gap-4">
          <Notice title="Salle à confirmer">La CCI répond sous deux jours ouvrés.</Notice>
          <Notice kind="success">Votre demande est partie. Réponse attendue avant le 8 octobre.</Notice>
          <Notice kind="warning">La commission ne s’est pas réunie depuis neuf semaines.</Notice>
          <Notice kind="error">Cette salle est déjà prise de 18 h à 20 h.</Notice>
        </div>
      </Section>
      <Section title="Faits et tableaux" id="faits">
        <div className="grid gap-10">
          <DefinitionList
            items={[
              { term: "Métier", value: "Éditeur de logiciels" },
              { term: "Commune", value: "62300 Lens" },
              { term: "Site", value: <a href="#faits">terril-numerique.example</a> },
              { term: "Inconnu", value: null },
            ]}
          />
          <DataTable caption="Quatre adhérents" columns={columns} rows={members} rowKey={(member) => member.name} />
        </div>
      </Section>
      <Section title="Texte long" id="texte">
        <Prose>
          <p>
            Les acheteurs du territoire se tournent vers Lille, alors que les compétences sont à côté. Le club est né de
            ce constat, et de l’envie de <a href="#texte">se connaître</a>.
          </p>
          <h2>Ce que nous faisons</h2>
          <ul>
            <li>Réunir chaque commission tous les un à deux mois.</li>
            <li>Répondre ensemble aux appels d’offres.</li>
          </ul>
          <blockquote>
            <p>C’est le club de ses membres.</p>
          </blockquote>
          <h3>Comment nous rejoindre</h3>
          <p>Toute entreprise informatique de l’Artois peut demander son adhésion.</p>
        </Prose>
      </Section>
    </>
  );
}
