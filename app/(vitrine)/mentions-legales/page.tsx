import type { Metadata } from "next";
import { ToComplete } from "#components/club/to-complete";
import { DefinitionList } from "#components/ui/definition-list";
import { PageHeader } from "#components/ui/page-header";
import { Prose } from "#components/ui/prose";
import { Section } from "#components/ui/section";
import { getClub } from "#lib/club/queries";
import { absolute, paths } from "#lib/platform/paths";

export const metadata: Metadata = {
  title: "Mentions légales",
  description: "Éditeur, directeur de la publication et hébergeur du portail du club TacTic.",
  alternates: { canonical: absolute(paths.legalNotice) },
};

/** What article 1-1 of the LCEN (loi n° 2004-575) wants every reader to find. */
export default async function LegalNoticePage() {
  const club = await getClub();
  return (
    <>
      <PageHeader
        kicker="Informations légales"
        title="Mentions légales"
        lead="Qui publie ce portail, et qui l’héberge."
      />
      <Section title="Éditeur" id="editeur">
        <DefinitionList
          items={[
            { term: "Association", value: `${club.name}, association régie par la loi du 1er juillet 1901` },
            { term: "Siège", value: <ToComplete value={club.seat} /> },
            { term: "Numéro RNA", value: <ToComplete value={club.rna} /> },
            { term: "SIRET", value: <ToComplete value={club.siret} /> },
            { term: "Téléphone", value: <ToComplete value={club.contactPhone} /> },
            { term: "Adresse e-mail", value: <ToComplete value={club.contactEmail} /> },
            { term: "Directeur de la publication", value: <ToComplete value={club.publicationDirector} /> },
          ]}
        />
      </Section>
      <Section title="Hébergeur" id="hebergeur">
        <DefinitionList
          items={[
            { term: "Nom", value: <ToComplete value={club.hostName} /> },
            { term: "Adresse", value: <ToComplete value={club.hostAddress} /> },
            { term: "Téléphone", value: <ToComplete value={club.hostPhone} /> },
          ]}
        />
      </Section>
      <Section title="Contenus" id="contenus">
        <Prose>
          <p>
            Chaque adhérent rédige sa fiche et répond de ce qu’il y écrit. Pour signaler un contenu illicite ou inexact,
            écrivez à l’éditeur en indiquant l’adresse de la page et la raison de votre demande ; il vous répondra.
          </p>
          <p>
            Les textes, le dessin et la marque du portail appartiennent au club ou à leurs auteurs. Les noms et les
            marques des adhérents leur appartiennent.
          </p>
          <p>
            Dans l’annuaire, sans recherche, l’ordre est tiré au sort chaque jour, le même pour tous ; avec une
            recherche, les fiches qui correspondent le mieux aux mots viennent d’abord. Personne ne paie pour paraître
            plus haut.
          </p>
        </Prose>
      </Section>
    </>
  );
}
