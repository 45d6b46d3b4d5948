import type { Metadata } from "next";
import { ToComplete } from "#components/club/to-complete";
import { PageHeader } from "#components/ui/page-header";
import { Prose } from "#components/ui/prose";
import { Section } from "#components/ui/section";
import { getClub } from "#lib/club/queries";
import { absolute, paths } from "#lib/platform/paths";

export const metadata: Metadata = {
  title: "Accessibilité",
  description:
    "Déclaration d’accessibilité du portail du club TacTic : état de conformité, vérifications faites, contact et recours.",
  alternates: { canonical: absolute(paths.accessibility) },
};

export default async function AccessibilityPage() {
  const club = await getClub();
  return (
    <>
      <PageHeader
        kicker="Déclaration d’accessibilité"
        title="Accessibilité : partiellement conforme"
        lead="Le portail est conçu pour être lu et utilisé par tous, au clavier, avec un lecteur d’écran, sur un petit écran, sans JavaScript."
      />
      <Section title="État" id="etat">
        <Prose>
          <p>
            Le club {club.name} s’efforce de suivre le référentiel général d’amélioration de l’accessibilité (RGAA
            4.1.2) et les règles WCAG 2.2 de niveau AA. Aucun audit par un tiers n’a encore eu lieu : le portail se
            déclare donc partiellement conforme.
          </p>
        </Prose>
      </Section>
      <Section title="Vérifications" id="verifications">
        <Prose>
          <ul>
            <li>
              Chaque page publique est contrôlée automatiquement (règles WCAG 2.2 A et AA) à chaque changement du
              portail, sans erreur admise.
            </li>
            <li>Les parcours principaux sont rejoués au clavier seul, sur un écran de téléphone et sans JavaScript.</li>
            <li>Les contrastes sont mesurés en thème clair et en thème sombre.</li>
            <li>La carte est toujours accompagnée de la liste qui dit la même chose.</li>
          </ul>
        </Prose>
      </Section>
      <Section title="Limites connues" id="limites">
        <Prose>
          <ul>
            <li>Les textes des fiches sont rédigés par les adhérents : le portail ne peut garantir leur clarté.</li>
            <li>Aucun essai n’a encore été mené avec un panel d’utilisateurs de technologies d’assistance.</li>
          </ul>
        </Prose>
      </Section>
      <Section title="Contact et recours" id="contact">
        <Prose>
          <p>
            Un contenu vous est inaccessible ? Écrivez-nous : <ToComplete value={club.contactEmail} />. Vous recevrez
            une réponse, et le contenu sous une autre forme s’il le faut.
          </p>
          <p>
            Sans réponse satisfaisante, vous pouvez vous adresser au{" "}
            <a href="https://formulaire.defenseurdesdroits.fr/">Défenseur des droits</a>.
          </p>
        </Prose>
      </Section>
    </>
  );
}
