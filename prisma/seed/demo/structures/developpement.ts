import type { InventedStructure } from "./shape.ts";

export const DEVELOPPEMENT: InventedStructure[] = [
  {
    name: "Fosse 9 Développement",
    kind: "service",
    commune: "loos-en-gohelle",
    commissions: ["developpement"],
    joinedDaysAgo: 510,
    skills: [
      "logiciel-sur-mesure",
      "application-web-et-intranet",
      "extranet-et-portail-client",
      "tests-et-qualite-logicielle",
      "interfaces-et-api-entre-logiciels",
    ],
    description:
      "Une équipe de onze développeuses et développeurs qui écrit des applications web pour des métiers que les logiciels du commerce ne couvrent pas. Nous livrons toutes les deux semaines, sur un environnement que le client ouvre quand il veut. Le code lui appartient, les tests aussi.\n\nNos bureaux donnent sur les terrils jumeaux\u202f; nos clients y passent volontiers une matinée par mois, assis à côté de celles et ceux qui écrivent leur logiciel.",
    references: [
      { customer: "Un bailleur social", work: "Portail de suivi des interventions", year: 2025 },
      { customer: "Un transporteur", work: "Planification des tournées", year: 2024 },
    ],
    contact: { firstName: "Romain", lastName: "Fauquembergue", position: "Cogérant" },
  },
  {
    name: "Atelier Zinc",
    kind: "editor",
    commune: "arras",
    commissions: ["developpement", "communication-internet"],
    joinedDaysAgo: 340,
    skills: [
      "edition-de-logiciel-saas",
      "conception-d-interfaces-ux-ui",
      "reservation-et-prise-de-rendez-vous-en-ligne",
      "application-mobile",
    ],
    description:
      "Atelier Zinc édite un service de réservation pour les salles, les gîtes et les praticiens. Le client réserve en trois gestes, le professionnel garde la main sur ses horaires et ses règles. Le service est conçu et hébergé à Arras par une équipe de six personnes.\n\nChaque évolution est essayée par trois clients volontaires avant de gagner les autres. Une page publique dit ce qui est prévu, ce qui est en retard et pourquoi.",
    references: [{ customer: "Un réseau de gîtes ruraux", work: "Réservation et paiement en ligne", year: 2025 }],
    contact: { firstName: "Pauline", lastName: "Vermeersch", position: "Cofondatrice" },
  },
  {
    name: "Terrain Mobile",
    kind: "editor",
    commune: "bethune",
    commissions: ["developpement"],
    joinedDaysAgo: 225,
    skills: [
      "application-mobile",
      "objets-connectes-et-supervision",
      "cartographie-et-sig",
      "interfaces-et-api-entre-logiciels",
    ],
    description:
      "Des applications mobiles pour celles et ceux qui travaillent debout\u202f: relevés, contrôles, livraisons, interventions. Elles fonctionnent sans réseau et se synchronisent au retour. Nous concevons sur le terrain, avec les équipes, avant d’écrire la première ligne.\n\nNos applications sont publiées au nom du client, qui garde ses comptes et ses données. Cinq personnes, deux tournées d’observation par projet, et des gants dans la voiture pour essayer les écrans comme on les utilise.",
    references: [{ customer: "Un service d’eau intercommunal", work: "Relevé de compteurs hors ligne", year: 2024 }],
    contact: { firstName: "Karim", lastName: "Zidouni", position: "Gérant" },
  },
  {
    name: "Reprise & Patrimoine",
    kind: "service",
    commune: "bruay-la-buissiere",
    commissions: ["developpement"],
    joinedDaysAgo: 160,
    skills: [
      "reprise-et-modernisation-d-application",
      "windev-as-400-et-technologies-historiques",
      "maintenance-applicative-tma",
      "migration-et-reprise-de-donnees",
      "bases-de-donnees",
    ],
    ownSkill: "Lecture de code sans documentation",
    description:
      "L’auteur du logiciel est parti à la retraite et personne n’ose y toucher\u202f: c’est notre spécialité. Nous lisons, documentons, ajoutons des tests, puis remplaçons pièce par pièce, sans arrêter l’activité. Six personnes, dont deux qui ont connu les écrans verts.\n\nUn premier diagnostic de cinq jours dit ce qui est solide, ce qui menace et ce que coûterait chaque étape. Il appartient au client, qui peut ensuite choisir quelqu’un d’autre.",
    references: [
      { customer: "Une mutuelle régionale", work: "Maintenance d’une application de trente ans", year: 2023 },
    ],
    contact: { firstName: "Jean-Marc", lastName: "Pruvost", position: "Directeur" },
  },
  {
    name: "Lampisterie",
    kind: "service",
    commune: "oignies",
    commissions: ["developpement"],
    joinedDaysAgo: 30,
    skills: [
      "intelligence-artificielle-generative-et-assistants",
      "automatisation-et-rpa",
      "formation-a-l-intelligence-artificielle",
      "no-code-et-low-code",
    ],
    description:
      "Lampisterie éclaire les petites entreprises sur ce que l’intelligence artificielle peut faire pour elles, et sur ce qu’elle ne peut pas. Un atelier d’une demi-journée, deux essais mesurés, puis on garde ou on jette. Nous automatisons aussi les tâches répétitives sans rien changer aux logiciels en place.\n\nAvant tout essai, nous regardons avec le client quelles données peuvent sortir de chez lui et lesquelles ne le doivent pas.",
    references: [],
    contact: { firstName: "Inès", lastName: "Carlier", position: "Fondatrice" },
  },
  {
    name: "Deûle Embarqué",
    kind: "service",
    commune: "courrieres",
    commissions: ["developpement"],
    joinedDaysAgo: 290,
    skills: [
      "informatique-industrielle-et-embarquee",
      "objets-connectes-et-supervision",
      "gestion-de-maintenance-gmao",
      "tests-et-qualite-logicielle",
    ],
    description:
      "Nous programmons des automates, des cartes et des capteurs pour les machines spéciales et les lignes de production. Du relevé sur site au dossier de maintenance, avec un banc d’essai dans nos locaux. Huit ingénieurs et techniciens, habitués aux arrêts de week-end.\n\nNous livrons les programmes avec leurs sources et leurs commentaires, pour que l’équipe de maintenance puisse intervenir sans nous appeler. Les petites séries, de dix à cinq cents cartes, sont notre ordinaire.",
    references: [{ customer: "Un équipementier automobile", work: "Supervision d’une ligne d’assemblage", year: 2025 }],
    contact: { firstName: "Vincent", lastName: "Delplanque", position: "Gérant" },
  },
  {
    name: "Carto Scarpe",
    kind: "editor",
    commune: "sin-le-noble",
    commissions: ["developpement"],
    joinedDaysAgo: 410,
    skills: ["cartographie-et-sig", "application-web-et-intranet", "logiciels-pour-collectivites", "bases-de-donnees"],
    description:
      "Des cartes utiles aux services techniques\u202f: réseaux, arbres, éclairage, voirie, signalements des habitants. Nous éditons un outil de cartographie que les agents alimentent depuis leur téléphone, et formons celles et ceux qui s’en servent.\n\nLes plans existants, sur papier ou dans des formats oubliés, sont repris sans perte. Les données ouvertes le restent\u202f: une commune peut publier sa carte ou la garder pour ses agents. Cinq géomaticiens, à Sin-le-Noble.",
    references: [{ customer: "Une communauté d’agglomération", work: "Inventaire de l’éclairage public", year: 2024 }],
    contact: { firstName: "Hélène", lastName: "Gosselin", position: "Directrice" },
  },
  {
    name: "Pixel & Charbon",
    kind: "service",
    commune: "wingles",
    commissions: ["developpement", "communication-internet"],
    joinedDaysAgo: 85,
    skills: ["realite-virtuelle-augmentee-et-3d", "photo-video-et-drone", "e-learning-et-plateformes-de-formation"],
    description:
      "Visites virtuelles, maquettes en trois dimensions et simulateurs de gestes professionnels, pour les musées, les promoteurs et les centres de formation. Nous filmons aussi par drone les chantiers et le patrimoine minier. Quatre créateurs, un studio à Wingles.\n\nAvant de modéliser, nous rencontrons celles et ceux qui ont connu le lieu ou le geste. Les films et les maquettes sont sous-titrés, décrits, et livrés dans des formats que l’on pourra relire dans dix ans.",
    references: [
      {
        customer: "Un centre d’interprétation de la mine",
        work: "Descente virtuelle pour les groupes scolaires",
        year: 2024,
      },
    ],
    contact: { firstName: "Quentin", lastName: "Baudelet", position: "Cofondateur" },
  },
  {
    name: "Bâti Logique",
    kind: "editor",
    commune: "anzin-saint-aubin",
    commissions: ["gestion", "developpement"],
    joinedDaysAgo: 12,
    skills: ["logiciels-du-batiment", "gestion-commerciale-devis-et-factures", "application-mobile"],
    description:
      "Bâti Logique édite un logiciel de devis et de suivi de chantier pour les artisans et les petites entreprises du bâtiment. Le chef d’équipe note les heures et les photos sur son téléphone, le bureau facture sans ressaisir. Six personnes, issues pour moitié du bâtiment.\n\nNos premiers clients ont choisi les écrans avec nous, sur un chantier, par temps de pluie. Le support répond dès sept heures, à l’heure où partent les camions.",
    references: [],
    contact: { firstName: "Arnaud", lastName: "Cornet", position: "Gérant" },
  },
];
