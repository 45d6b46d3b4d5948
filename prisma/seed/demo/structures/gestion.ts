import type { InventedStructure } from "./shape.ts";

export const GESTION: InventedStructure[] = [
  {
    name: "Grand Livre Artois",
    kind: "service",
    commune: "arras",
    commissions: ["gestion"],
    joinedDaysAgo: 480,
    skills: [
      "logiciel-de-comptabilite",
      "facturation-electronique",
      "gestion-commerciale-devis-et-factures",
      "migration-et-reprise-de-donnees",
      "formation-aux-logiciels-de-gestion",
    ],
    description:
      "Grand Livre Artois installe et paramètre des logiciels de comptabilité et de gestion commerciale pour les entreprises de dix à cent salariés. Nos consultants sont d’anciens comptables\u202f: ils parlent la langue de ceux qui saisissent. Reprise des données, formation au poste, assistance au moment de la clôture.\n\nNous intervenons avec l’expert-comptable du client plutôt qu’à côté de lui, et nous préparons en ce moment les entreprises à la facturation électronique.",
    references: [
      { customer: "Un négoce de matériaux", work: "Bascule de la comptabilité en cours d’exercice", year: 2024 },
    ],
    contact: { firstName: "Sandrine", lastName: "Lefebvre", position: "Directrice" },
  },
  {
    name: "Gohelle Logiciels",
    kind: "editor",
    commune: "lens",
    commissions: ["gestion", "developpement"],
    joinedDaysAgo: 390,
    skills: [
      "gestion-de-production-gpao-mes",
      "gestion-des-stocks-et-logistique",
      "edition-de-logiciel-saas",
      "interfaces-et-api-entre-logiciels",
    ],
    description:
      "Gohelle Logiciels édite une gestion de production pour les ateliers de mécanique, de menuiserie et d’agroalimentaire. Du devis à l’expédition, l’atelier voit ce qui reste à faire et le bureau sait où en sont les commandes. Quatorze personnes développent, installent et répondent au téléphone, à Lens.\n\nNous installons d’abord le logiciel dans un seul îlot, pendant un mois, avec un chef d’atelier volontaire. Le reste suit quand il en parle bien à ses collègues.",
    references: [
      { customer: "Une menuiserie de 35 salariés", work: "Suivi des ordres de fabrication sur tablette", year: 2025 },
      { customer: "Une conserverie", work: "Traçabilité des lots", year: 2023 },
    ],
    contact: { firstName: "Stéphane", lastName: "Rousselle", position: "Gérant" },
  },
  {
    name: "Paie Claire",
    kind: "service",
    commune: "bethune",
    commissions: ["gestion"],
    joinedDaysAgo: 175,
    skills: ["logiciel-de-paie-et-dsn", "sirh-et-recrutement", "gestion-des-temps-et-plannings"],
    ownSkill: "Audit de bulletins de paie",
    description:
      "La paie de petites entreprises, d’associations et de communes\u202f: choix du logiciel, paramétrage des conventions, contrôle des bulletins et des déclarations. Nous pouvons la tenir entièrement ou seulement relire ce que vous produisez. Cinq gestionnaires, chacune avec ses dossiers et son remplaçant.\n\nNous répondons aussi aux questions que l’on n’ose pas poser\u202f: un départ, un temps partiel, un arrêt long, une prime oubliée depuis trois mois.",
    references: [
      {
        customer: "Une association d’aide à domicile de 120 salariés",
        work: "Reprise de la paie en trois mois",
        year: 2025,
      },
    ],
    contact: { firstName: "Laurence", lastName: "Delory", position: "Gérante" },
  },
  {
    name: "Douaisis Intégration",
    kind: "service",
    commune: "douai",
    commissions: ["gestion"],
    joinedDaysAgo: 265,
    skills: [
      "erp-et-progiciel-de-gestion-integre",
      "conseil-et-choix-de-logiciel-amoa",
      "tableaux-de-bord-et-decisionnel",
      "echanges-de-donnees-edi",
    ],
    description:
      "Nous accompagnons les PME industrielles et de négoce dans le choix puis la mise en place d’un progiciel intégré. Six à neuf mois, par étapes, avec un chef de projet chez nous et un chez vous. Nous commençons par regarder travailler les gens avant de parler de modules.\n\nQuand un tableur suffit, nous le disons et nous nous arrêtons là. Nos quatre consultants ont tous travaillé en usine ou en entrepôt.",
    references: [{ customer: "Un fabricant d’emballages", work: "Progiciel intégré sur deux sites", year: 2024 }],
    contact: { firstName: "Fabien", lastName: "Quennesson", position: "Associé" },
  },
  {
    name: "Mairie & Cie",
    kind: "editor",
    commune: "bapaume",
    commissions: ["gestion"],
    joinedDaysAgo: 610,
    skills: [
      "logiciels-pour-collectivites",
      "gestion-documentaire-et-dematerialisation",
      "signature-electronique",
      "logiciels-pour-associations-et-clubs",
    ],
    description:
      "Un éditeur au service des petites communes et des syndicats\u202f: état civil, élections, cimetière, délibérations, réservation de salles. Des écrans simples, des textes à jour, une assistance qui connaît le prénom de la secrétaire de mairie. Nous travaillons aussi pour les associations qu’elles soutiennent.\n\nLes mises à jour sont annoncées un mois avant, avec la liste de ce qui change à l’écran. Deux fois par an, des agents viennent essayer les nouveautés.",
    references: [
      { customer: "Une communauté de 30 communes rurales", work: "Dématérialisation des délibérations", year: 2024 },
    ],
    contact: { firstName: "Martine", lastName: "Hoyez", position: "Directrice" },
  },
  {
    name: "Caisse & Comptoir",
    kind: "reseller",
    commune: "noeux-les-mines",
    commissions: ["gestion"],
    joinedDaysAgo: 130,
    skills: [
      "caisse-et-point-de-vente",
      "logiciels-de-l-hotellerie-des-cafes-et-restaurants",
      "gestion-des-stocks-et-logistique",
    ],
    description:
      "Caisses, balances, imprimantes de tickets et logiciels de commande pour les commerces et les restaurants. Installation un lundi, formation de l’équipe, dépannage le soir et le week-end, là où l’on en a besoin. Matériel acheté ou loué, sans abonnement caché.\n\nNous réglons avec le commerçant les rayons, les prix et les droits de chaque vendeur, puis nous restons le premier samedi. Un appareil de remplacement est gardé à Nœux-les-Mines.",
    references: [
      { customer: "Une boulangerie à trois boutiques", work: "Caisses reliées et suivi des ventes", year: 2025 },
    ],
    contact: { firstName: "David", lastName: "Wacheux", position: "Gérant" },
  },
  {
    name: "Données en Main",
    kind: "service",
    commune: "carvin",
    commissions: ["gestion", "developpement"],
    joinedDaysAgo: 45,
    skills: [
      "tableaux-de-bord-et-decisionnel",
      "excel-avance-et-macros",
      "bases-de-donnees",
      "science-des-donnees-et-ia-predictive",
    ],
    description:
      "Nous transformons les tableurs que tout le monde s’envoie en tableaux de bord que tout le monde comprend. Ventes, stocks, délais, absences\u202f: trois indicateurs bien choisis valent mieux qu’un rapport de vingt pages. Deux analystes, des missions de cinq à trente jours.\n\nNous travaillons d’abord sur un échantillon, pour vérifier que les chiffres disent bien ce que l’on croit. Les fichiers que nous livrons sont expliqués et peuvent être repris sans nous.",
    references: [],
    contact: { firstName: "Élodie", lastName: "Thuilliez", position: "Gérante" },
  },
  {
    name: "Registre & Droit",
    kind: "service",
    commune: "beaurains",
    commissions: ["gestion"],
    joinedDaysAgo: 20,
    skills: ["rgpd-et-dpo-externalise", "gestion-documentaire-et-dematerialisation", "conformite-cyber-et-nis-2"],
    description:
      "Registre des traitements, information des personnes, contrats avec les sous-traitants\u202f: nous tenons le rôle de délégué à la protection des données pour des collectivités, des associations et des entreprises de santé. Une visite par trimestre, des réponses sous deux jours, des documents que l’on peut lire.\n\nNous connaissons les logiciels de nos clients autant que les textes, ce qui évite les recommandations que personne ne peut appliquer.",
    references: [
      { customer: "Un réseau de maisons de santé", work: "Mise en conformité et délégué externalisé", year: 2025 },
    ],
    contact: { firstName: "Anne-Sophie", lastName: "Duflos", position: "Juriste associée" },
  },
];
