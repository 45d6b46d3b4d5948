import { describe, expect, test } from "vitest";
import { db } from "#lib/platform/db";
import { placeOf } from "./places.ts";
import { learn, understand } from "./understanding.ts";

const rows = await db().skill.findMany({ select: { slug: true, label: true, synonyms: true } });
const concepts = learn(rows);
const topOf = (text: string) => understand(concepts, text).wishes.map(({ skills }) => skills[0]?.key);

describe("a need in a buyer's words", () => {
  test.each([
    ["as it is said", "on n’a aucune sauvegarde", "sauvegarde-et-restauration"],
    ["without accents or apostrophes", "on na pas de telephonie ip", "telephonie-d-entreprise"],
    ["misspelt", "imprimente laser pour le secretaria", "impression-et-copieurs"],
    ["in short writing", "slt jve 1 site web pr mon asso svp", "creation-de-site-vitrine"],
    ["by a symptom", "mon poste se fige et l’écran reste noir", "depannage-et-reparation-informatique"],
    ["by a brand", "quelqu’un qui connaît bien Odoo", "erp-et-progiciel-de-gestion-integre"],
    ["after who asks", "Plombier à Lens, je veux être mieux placé sur Google", "referencement-naturel-seo"],
    ["in capitals", "NOTRE SITE EST PIRATÉ", "securite-et-nettoyage-de-site-pirate"],
  ])("is understood %s", (_, text, skill) => {
    expect(topOf(text)[0]).toBe(skill);
  });

  test("that is two needs is two wishes", () => {
    const wishes = topOf("Il faut un logo pour la boutique. Et aussi des caméras sur le parking !");
    expect(wishes.sort()).toEqual(["identite-visuelle-et-logo", "videosurveillance"]);
    expect(topOf("changer la téléphonie et installer des bornes wifi").sort()).toEqual([
      "telephonie-d-entreprise",
      "wi-fi-professionnel",
    ]);
  });

  test("leaves out what is said not to be wanted", () => {
    expect(topOf("pas besoin d’un site, seulement un logo")).toEqual(["identite-visuelle-et-logo"]);
    expect(topOf("on ne veut pas de caméras mais des badges pour les portes")).toEqual(["controle-d-acces-et-alarme"]);
    expect(topOf("pas de site internet chez nous pour l’instant")[0]).toBe("creation-de-site-vitrine");
  });

  test.each([
    ["another trade", "je cherche un plombier pour changer un robinet", "otherTrade"],
    ["another language", "We are looking for a good lawyer for our company", "otherLanguage"],
    ["pictures alone", "😀🚀🎉", "nothing"],
    ["a telephone number", "06 12 34 56 78", "nothing"],
    ["letters at random", "qsdfgh jklmwx", "unclear"],
    ["markup", "<b></b><script>", "nothing"],
  ])("is not mistaken: %s", (_, text, reason) => {
    expect(understand(concepts, text)).toMatchObject({ wishes: [], reason });
  });

  test("of ten thousand characters is read in a moment", () => {
    const begun = performance.now();
    expect(topOf("une sauvegarde des données zzyzx ".repeat(310))[0]).toBe("sauvegarde-et-restauration");
    expect(performance.now() - begun).toBeLessThan(2_000);
  });
});

describe("the place of a need", () => {
  test.each([
    ["of the form", "wifi", "Béthune", "bethune"],
    ["of the form, by its address", "wifi", "noeux-les-mines", "noeux-les-mines"],
    ["of the text", "un hangar près de Hénin-Beaumont à équiper", null, "henin-beaumont"],
    ["as people call it", "un dépôt à henin", null, "henin-beaumont"],
    ["of the form before that of the text", "livraison vers Douai", "Lens", "lens"],
  ])("is that %s", (_, text, city, slug) => {
    expect(placeOf(text, city).commune?.slug).toBe(slug);
  });

  test("is unknown outside the Artois, and the town's name is no need", () => {
    expect(placeOf("wifi", "Marseille").commune).toBeNull();
    expect(placeOf("une caisse à Arras", null).text).not.toContain("Arras");
  });
});
