import type { Metadata } from "next";
import { ToComplete } from "#components/club/to-complete";
import { JsonLd } from "#components/seo/json-ld";
import { ButtonLink } from "#components/ui/button-link";
import { CommissionLabel } from "#components/ui/commission-label";
import { DefinitionList } from "#components/ui/definition-list";
import { PageHeader } from "#components/ui/page-header";
import { Prose } from "#components/ui/prose";
import { Section } from "#components/ui/section";
import { getClub } from "#lib/club/queries";
import { listCommissions } from "#lib/commissions/queries";
import { FUNCTION_LABELS } from "#lib/mandates/labels";
import { type BoardLine, listBoard } from "#lib/mandates/queries";
import { BOARD_FUNCTIONS } from "#lib/mandates/rules";
import { requestTime } from "#lib/platform/clock";
import { formatList } from "#lib/platform/french";
import { absolute, paths } from "#lib/platform/paths";
import { breadcrumbStatement, clubStatement } from "#lib/seo/json-ld";

export const metadata: Metadata = {
  title: "Le club",
  description:
    "TacTic fédère les entreprises informatiques et les écoles de l’Artois : pourquoi le club existe, comment il travaille, qui le préside.",
  alternates: { canonical: absolute(paths.club) },
};

export default async function ClubPage() {
  const now = requestTime();
  const [club, commissions, board] = await Promise.all([getClub(), listCommissions(now), listBoard(now)]);
  return (
    <>
      <JsonLd statements={[clubStatement(club), breadcrumbStatement([{ name: "Le club", path: paths.club }])]} />
      <PageHeader
        kicker="Association loi 1901"
        title="C’est le club de ses adhérents"
        lead="TacTic réunit les revendeurs, les sociétés de services, les éditeurs, les agences web et les écoles d’un carré de villes : Arras, Béthune, Douai, Lens."
        figures={[
          { value: "30", words: "structures environ, présentes ou annoncées" },
          { value: "350", words: "entreprises de l’Artois au moins ont le profil" },
        ]}
      />
      <Section title="Pourquoi" id="pourquoi">
        <Prose>
          <p>
            Les acheteurs d’ici se tournent vers Lille, alors que les compétences sont à côté. Les étudiants demandent
            des stages au loin, alors que des entreprises locales peuvent les former. Et des métiers voisins s’ignorent,
            alors qu’ils pourraient échanger leurs savoir-faire et répondre ensemble à des appels d’offres. Le club est
            né de ces trois constats.
          </p>
          <p>Il a été lancé officiellement un 8 octobre, à Arras.</p>
        </Prose>
      </Section>
      <Section title="Comment" id="comment">
        <Prose>
          <p>
            Cinq commissions se réunissent chacune tous les un à deux mois. Chacune a un responsable, nommé, dont le
            mandat est d’étudier ce que les adhérents attendent. Le comité directeur a des idées et des orientations,
            mais il agit sur les attentes exprimées dans les commissions.
          </p>
        </Prose>
        <ul className="mt-6 flex flex-col gap-3">
          {commissions.map(({ slug, name }) => (
            <li key={slug}>
              <CommissionLabel slug={slug} name={name} href={paths.commission(slug)} />
            </li>
          ))}
        </ul>
        <p className="measure mt-6">
          La chambre de commerce et d’industrie de l’Artois prête des salles pour les réunions ; pour le reste, le club
          en est indépendant.
        </p>
      </Section>
      <Section title="Qui" id="qui">
        <DefinitionList
          items={[
            ...boardInWords(board),
            { term: "Siège", value: <ToComplete value={club.seat} /> },
            { term: "Numéro RNA", value: <ToComplete value={club.rna} /> },
            {
              term: "Statuts",
              value: club.statutesUrl ? <a href={club.statutesUrl}>Lire les statuts</a> : <ToComplete value={null} />,
            },
          ]}
        />
        <div className="mt-8">
          <ButtonLink href={paths.join}>Rejoindre le club</ButtonLink>
        </div>
      </Section>
    </>
  );
}

/** Known of the club before any mandate was written here. */
const FIRST_PRESIDENT =
  "Bruno Leblanc, qui dirige Adviser (édition de logiciels\u202f: applications mobiles et solutions Internet)";

/** Who holds each function of the board. Nobody invented for the demonstration presides in the club's name. */
function boardInWords(board: BoardLine[]) {
  return BOARD_FUNCTIONS.map((held) => {
    const holders = board.filter((line) => line.function === held && !(held === "president" && line.isFictional));
    const names = holders.map(({ name, isFictional }) => (isFictional ? `${name} (personne inventée)` : name));
    const known = names.length > 0 ? formatList(names) : held === "president" ? FIRST_PRESIDENT : null;
    return { term: FUNCTION_LABELS[held], value: <ToComplete value={known} /> };
  });
}
