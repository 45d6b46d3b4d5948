import type { InventedStructure } from "./shape.ts";

export const COMMUNICATION: InventedStructure[] = [
  {
    name: "Brique Claire",
    kind: "agency",
    commune: "arras",
    commissions: ["communication-internet"],
    joinedDaysAgo: 360,
    skills: [
      "creation-de-site-vitrine",
      "refonte-de-site",
      "referencement-naturel-seo",
      "accessibilite-numerique-rgaa",
      "redaction-et-contenus",
    ],
    description:
      "Brique Claire conçoit des sites sobres pour les entreprises, les communes et les associations de l’Artois. Nous écrivons avec vous avant de dessiner, nous testons au clavier et au téléphone, et nous vous apprenons à tout modifier. Cinq personnes, une vingtaine de sites par an.\n\nNos devis disent aussi ce que le site ne fera pas, et combien de temps il faudra y consacrer chaque mois pour qu’il reste vivant.",
    references: [
      { customer: "Un office de tourisme", work: "Refonte et mise en accessibilité du site", year: 2025 },
      { customer: "Un artisan couvreur", work: "Site vitrine et photographies", year: 2024 },
    ],
    contact: { firstName: "Marion", lastName: "Lefranc", position: "Gérante" },
  },
  {
    name: "La Bobinette",
    kind: "agency",
    commune: "lens",
    commissions: ["communication-internet"],
    joinedDaysAgo: 250,
    skills: [
      "boutique-en-ligne-et-e-commerce",
      "publicite-en-ligne",
      "newsletter-et-e-mailing",
      "mesure-d-audience-et-cookies",
    ],
    description:
      "La Bobinette ouvre et fait vivre des boutiques en ligne pour les commerçants et les producteurs. Catalogue, paiement, livraison, retours\u202f: nous réglons les détails qui font revenir les clients. Nous disons aussi quand une boutique en ligne ne se justifie pas encore.\n\nNous préparons les fiches des premiers produits avec le commerçant, photographions dans sa boutique et restons à ses côtés pendant la première saison, quand les questions arrivent.",
    references: [{ customer: "Une brasserie artisanale", work: "Boutique et retrait sur place", year: 2025 }],
    contact: { firstName: "Laura", lastName: "Podevin", position: "Gérante" },
  },
  {
    name: "Trait d’Union Web",
    kind: "agency",
    commune: "bethune",
    commissions: ["communication-internet"],
    joinedDaysAgo: 440,
    skills: [
      "strategie-et-conseil-en-communication",
      "identite-visuelle-et-logo",
      "supports-imprimes-et-signaletique",
      "creation-de-site-vitrine",
    ],
    description:
      "Une agence qui tient ensemble l’imprimé et le site\u202f: identité, papeterie, enseigne, pages web, avec les mêmes couleurs et les mêmes mots. Nous travaillons surtout pour des entreprises familiales qui passent la main ou qui changent de taille. Sept personnes à Béthune.\n\nUn projet commence par une visite de l’entreprise et trois entretiens avec des clients. Il finit par un petit guide, que chacun dans la maison peut ouvrir et suivre.",
    references: [
      { customer: "Une entreprise de paysage", work: "Nouvelle identité et flotte de véhicules", year: 2024 },
    ],
    contact: { firstName: "Jérôme", lastName: "Staelens", position: "Directeur artistique" },
  },
  {
    name: "Réseau Coquelicot",
    kind: "agency",
    commune: "vimy",
    commissions: ["communication-internet"],
    joinedDaysAgo: 110,
    skills: ["reseaux-sociaux", "photo-video-et-drone", "redaction-et-contenus", "fiche-google-et-e-reputation"],
    ownSkill: "Couverture d’événements locaux",
    description:
      "Nous animons les réseaux de petites enseignes, de clubs sportifs et de lieux culturels. Un reportage par mois, des réponses aux avis, un calendrier simple que le client valide le lundi matin. Photographes et rédactrices, nous venons sur place plutôt que d’acheter des images.\n\nPersonne n’est photographié sans son accord, et les enfants des clubs le sont de dos. Un bilan de deux pages clôt chaque saison.",
    references: [{ customer: "Un club de handball", work: "Une saison de publications et de vidéos", year: 2025 }],
    contact: { firstName: "Charlotte", lastName: "Mannessiez", position: "Fondatrice" },
  },
  {
    name: "Trouvable en Artois",
    kind: "agency",
    commune: "douai",
    commissions: ["communication-internet"],
    joinedDaysAgo: 190,
    skills: [
      "referencement-naturel-seo",
      "fiche-google-et-e-reputation",
      "publicite-en-ligne",
      "mesure-d-audience-et-cookies",
    ],
    description:
      "Être trouvé quand on vous cherche\u202f: c’est tout notre métier. Nous corrigeons les fiches d’établissement, réécrivons les pages qui comptent et suivons les demandes qui arrivent, pas seulement les clics. Missions courtes, résultats mesurés avant et après, quatre consultants.\n\nNous refusons les achats de liens et les faux avis, et nous expliquons pourquoi. À la fin de la mission, le client sait tenir lui-même ses pages à jour et lire les chiffres qui comptent.",
    references: [{ customer: "Un réseau d’opticiens", work: "Référencement local de neuf boutiques", year: 2025 }],
    contact: { firstName: "Nicolas", lastName: "Herbaut", position: "Gérant" },
  },
  {
    name: "Chantier Web 62",
    kind: "agency",
    commune: "carvin",
    commissions: ["communication-internet"],
    joinedDaysAgo: 75,
    skills: [
      "maintenance-et-hebergement-de-site",
      "securite-et-nettoyage-de-site-pirate",
      "refonte-de-site",
      "ecoconception-et-sobriete-numerique",
    ],
    description:
      "Nous reprenons les sites que plus personne n’entretient. Mises à jour, sauvegarde, nettoyage après piratage, accélération\u202f: un forfait mensuel et un interlocuteur. Quand le site est trop vieux, nous le refaisons plus léger, sans perdre ses adresses ni son référencement.\n\nChaque trimestre, un compte rendu tient en dix lignes\u202f: ce qui a été mis à jour, ce qui a été tenté contre le site, ce qu’il faudrait prévoir. Trois développeurs se partagent la garde.",
    references: [],
    contact: { firstName: "Benoît", lastName: "Crépin", position: "Gérant" },
  },
  {
    name: "Écran de Place",
    kind: "agency",
    commune: "lillers",
    commissions: ["communication-internet", "infrastructures-reseaux"],
    joinedDaysAgo: 320,
    skills: ["affichage-dynamique", "visioconference-et-salles-de-reunion", "photo-video-et-drone"],
    description:
      "Des écrans d’information pour les mairies, les halls d’entreprise et les vitrines, et les contenus qui vont dessus. Nous posons, relions et formons la personne qui mettra à jour. Nous équipons aussi les salles de réunion pour que la visioconférence marche du premier coup.\n\nUn modèle d’affiche, un calendrier et un numéro à appeler\u202f: c’est ce qu’il faut pour qu’un écran ne montre pas encore en mars les vœux de janvier.",
    references: [
      { customer: "Une ville de 10 000 habitants", work: "Six écrans d’information municipale", year: 2024 },
    ],
    contact: { firstName: "Sébastien", lastName: "Loridan", position: "Gérant" },
  },
  {
    name: "Mots Passants",
    kind: "agency",
    commune: "sainte-catherine",
    commissions: ["communication-internet"],
    joinedDaysAgo: 6,
    skills: ["redaction-et-contenus", "newsletter-et-e-mailing", "strategie-et-conseil-en-communication"],
    description:
      "Deux rédactrices et un maquettiste écrivent les pages, les lettres d’information et les rapports d’activité d’associations et d’entreprises. Des phrases courtes, des faits vérifiés, un calendrier tenu. Nous animons aussi des ateliers d’écriture pour les équipes.\n\nNous reprenons volontiers les textes techniques pour les rendre lisibles sans les trahir\u202f: notices, réponses à des marchés, courriers aux usagers. Chaque version est relue à voix haute, par quelqu’un qui n’y connaît rien.",
    references: [],
    contact: { firstName: "Clémence", lastName: "Obin", position: "Gérante" },
  },
  {
    name: "Studio Houblon",
    kind: "agency",
    commune: "avion",
    commissions: ["communication-internet"],
    joinedDaysAgo: 3,
    status: "applicant",
    skills: ["identite-visuelle-et-logo", "photo-video-et-drone", "supports-imprimes-et-signaletique"],
    description:
      "Studio de graphisme et de photographie qui demande à rejoindre le club. Identités, étiquettes, catalogues et reportages pour les producteurs et les artisans de la région. Deux personnes, un atelier de prise de vue installé dans une ancienne remise, un goût pour les encres franches et les papiers qui durent. Nous cherchons dans le club des développeurs avec qui répondre à des projets plus larges.",
    references: [],
    contact: { firstName: "Léo", lastName: "Vandamme", position: "Fondateur" },
  },
];
