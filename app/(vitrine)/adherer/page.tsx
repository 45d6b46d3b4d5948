import type { Metadata } from "next";
import { ToComplete } from "#components/club/to-complete";
import { JsonLd } from "#components/seo/json-ld";
import { ProtectedEmail } from "#components/structures/protected-email";
import { BrickList } from "#components/ui/brick-list";
import { BrickRow } from "#components/ui/brick-row";
import { ButtonLink } from "#components/ui/button-link";
import { PageHeader } from "#components/ui/page-header";
import { Prose } from "#components/ui/prose";
import { Section } from "#components/ui/section";
import { getClub } from "#lib/club/queries";
import { absolute, paths } from "#lib/platform/paths";
import { breadcrumbStatement } from "#lib/seo/json-ld";

export const metadata: Metadata = {
  title: "Adhérer",
  description: "Qui peut rejoindre le club TacTic, ce que l’on y trouve et comment faire.",
  alternates: { canonical: absolute(paths.join) },
};

const REASONS = [
  {
    title: "Être trouvé par les acheteurs d’ici",
    words:
      "Une fiche dans l’annuaire, avec vos compétences et vos mots : c’est là qu’on cherche avant de se tourner vers Lille.",
  },
  {
    title: "Répondre à plusieurs",
    words: "Un marché dépasse votre équipe ? D’autres adhérents ont la compétence qui manque.",
  },
  {
    title: "Échanger des savoir-faire",
    words: "Un conseil, un coup de main, un retour d’expérience, entre gens du même territoire.",
  },
  { title: "Recruter et former", words: "Vos offres de stage vues par les écoles et les étudiants de l’Artois." },
  {
    title: "Peser",
    words: "Vos attentes s’expriment dans les commissions, et c’est sur elles que le comité directeur agit.",
  },
];

const STEPS = [
  {
    title: "Déposez votre demande",
    words: "Cinq minutes, depuis un téléphone si vous voulez : votre SIRET, les personnes, vos métiers, vos attentes.",
  },
  {
    title: "Confirmez par e-mail",
    words: "Un lien vous permet ensuite de suivre la demande, de la corriger ou de la retirer.",
  },
  {
    title: "Le comité directeur décide",
    words:
      "Ses membres lisent la demande, posent leurs questions et donnent leur avis. Vous avez une réponse sous trente jours, motivée si elle est négative.",
  },
  {
    title: "Bienvenue",
    words: "Votre fiche paraît dans l’annuaire, vous siégez dans vos commissions et vous invitez vos collègues.",
  },
];

export default async function JoinPage() {
  const club = await getClub();
  return (
    <>
      <JsonLd statements={[breadcrumbStatement([{ name: "Adhérer", path: paths.join }])]} />
      <PageHeader
        kicker="Rejoindre le club"
        title="Votre place est parmi nous"
        lead="Au moins 350 entreprises de l’Artois ont le profil. Si l’informatique est votre métier, ou si vous l’enseignez, vous en êtes peut-être."
      >
        <ButtonLink href={paths.joinForm}>Demander à adhérer</ButtonLink>
      </PageHeader>
      <Section title="Qui peut adhérer" id="qui">
        <Prose>
          <p>Les structures installées dans l’Artois, entre Arras, Béthune, Douai et Lens :</p>
          <ul>
            <li>revendeurs et installateurs de matériel et de réseaux ;</li>
            <li>sociétés de services informatiques ;</li>
            <li>éditeurs de logiciels ;</li>
            <li>agences web et de communication numérique ;</li>
            <li>écoles et organismes de formation.</li>
          </ul>
        </Prose>
      </Section>
      <Section title="Pourquoi" id="pourquoi">
        <BrickList>
          {REASONS.map(({ title, words }) => (
            <BrickRow key={title} title={title}>
              <p>{words}</p>
            </BrickRow>
          ))}
        </BrickList>
      </Section>
      <Section title="Comment" id="comment">
        <BrickList>
          {STEPS.map(({ title, words }, index) => (
            <BrickRow key={title} title={title} lead={<span className="display text-4xl figures">{index + 1}</span>}>
              <p>{words}</p>
            </BrickRow>
          ))}
        </BrickList>
      </Section>
      <Section title="Ce que cela coûte" id="cotisation">
        <Prose>
          <p>
            Demander à adhérer ne coûte rien. Une fois admise, votre structure règle une cotisation annuelle, que les
            adhérents votent ensemble en assemblée générale : <ToComplete value={null} />.
          </p>
        </Prose>
      </Section>
      <Section title="Une question" id="contact">
        <dl className="definitions">
          <div>
            <dt>Adresse e-mail</dt>
            <dd>{club.contactEmail ? <ProtectedEmail address={club.contactEmail} /> : <ToComplete value={null} />}</dd>
          </div>
        </dl>
        <div className="actions">
          <ButtonLink href={paths.joinForm}>Demander à adhérer</ButtonLink>
        </div>
      </Section>
    </>
  );
}
