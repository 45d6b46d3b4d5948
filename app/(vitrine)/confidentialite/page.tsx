import type { Metadata } from "next";
import { ToComplete } from "#components/club/to-complete";
import { RetentionTable } from "#components/privacy/retention-table";
import { PageHeader } from "#components/ui/page-header";
import { Prose } from "#components/ui/prose";
import { Section } from "#components/ui/section";
import { getClub } from "#lib/club/queries";
import { absolute, paths } from "#lib/platform/paths";
import { RETENTION } from "#lib/privacy/retention";

export const metadata: Metadata = {
  title: "Confidentialité",
  description:
    "Les données personnelles que le portail du club TacTic traite, pourquoi, combien de temps, et vos droits.",
  alternates: { canonical: absolute(paths.privacy) },
};

/** What articles 13 and 14 of the RGPD want people to be told. */
export default async function PrivacyPage() {
  const club = await getClub();
  return (
    <>
      <PageHeader
        kicker="Données personnelles"
        title="Confidentialité"
        lead="Les pages publiques se lisent sans compte, sans cookie et sans vous suivre. Voici ce que le portail garde, et pourquoi."
      />
      <Section title="Responsable" id="responsable">
        <Prose>
          <p>
            Le responsable des traitements est l’association {club.name}. Pour toute question :{" "}
            <ToComplete value={club.contactEmail} />.
          </p>
        </Prose>
      </Section>
      <Section title="Traitements" id="traitements">
        <RetentionTable rules={RETENTION.map(({ apply: _, ...rule }) => rule)} />
        <Prose>
          <p>
            Ces données sont destinées aux personnes du club qui en ont besoin selon leur mandat, et à l’hébergeur, qui
            agit pour le compte du club. Elles ne sont ni vendues, ni échangées, ni transmises hors de l’Union
            européenne.
          </p>
        </Prose>
      </Section>
      <Section title="Cookies" id="cookies">
        <Prose>
          <p>
            Le portail ne dépose de cookie que si vous vous connectez : « tactic-session » vous reconnaît d’une page à
            l’autre pendant trente jours au plus. Quelques autres, dont le nom commence par « tactic » ou « next-auth »,
            servent le temps de la connexion. Strictement nécessaires au service que vous demandez, ils ne requièrent
            pas de consentement. Aucun contenu d’un autre site n’est chargé.
          </p>
        </Prose>
      </Section>
      <Section title="Comptages" id="comptages">
        <Prose>
          <p>
            Le serveur compte, pour chaque fiche de l’annuaire, ses lectures, les cartes téléchargées et les visites du
            site depuis la fiche : un nombre par jour, que l’adhérent concerné peut lire. Ni adresse, ni cookie, ni
            parcours n’y est attaché. Les personnes connectées ne sont pas comptées.
          </p>
        </Prose>
      </Section>
      <Section title="Vos droits" id="droits">
        <Prose>
          <p>
            Vous pouvez demander l’accès à vos données, leur rectification, leur effacement, la limitation de leur
            traitement ou leur portabilité, vous opposer à leur traitement et donner des directives sur leur sort après
            votre mort. Si vous avez un compte, la page <a href={paths.ownData}>Mes données</a> de votre espace vous
            laisse les lire, les emporter et les effacer vous-même. Sinon, écrivez à l’adresse ci-dessus : vous aurez
            une réponse sous un mois, sans frais.
          </p>
          <p>
            Si cette réponse ne vous convient pas, vous pouvez saisir la Commission nationale de l’informatique et des
            libertés (CNIL) : <a href="https://www.cnil.fr/fr/plaintes">cnil.fr</a>.
          </p>
        </Prose>
      </Section>
    </>
  );
}
