import { OG_SIZE, ogImage } from "#components/seo/og-image";

export const alt = "TacTic, le club informatique de l’Artois";
export const size = OG_SIZE;
export const contentType = "image/png";

export default function image() {
  return ogImage({
    kicker: "Le club informatique de l’Artois",
    title: "Les compétences sont à côté.",
    facts: "Entreprises informatiques et écoles, entre Arras, Béthune, Douai et Lens.",
  });
}
