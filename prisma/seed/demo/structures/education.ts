import type { InventedStructure } from "./shape.ts";

export const EDUCATION: InventedStructure[] = [
  {
    name: "École du Numérique de la Gohelle",
    kind: "school",
    commune: "lens",
    commissions: ["education"],
    joinedDaysAgo: 460,
    skills: [
      "alternance-et-apprentissage",
      "accueil-de-stagiaires",
      "formation-au-developpement-et-au-web",
      "formation-systemes-et-reseaux",
      "projets-tutores-et-etudiants",
    ],
    description:
      "Une école de démonstration qui forme en deux ou trois ans des techniciennes et des techniciens du numérique, en alternance pour la moitié d’entre eux. Chaque promotion mène un projet réel pour une entreprise du territoire. Les périodes de stage vont d’avril à juin.",
    references: [],
    contact: { firstName: "Isabelle", lastName: "Warin", position: "Directrice des études" },
  },
  {
    name: "Campus Beffroi",
    kind: "school",
    commune: "arras",
    commissions: ["education", "gestion"],
    joinedDaysAgo: 380,
    skills: [
      "formation-bureautique",
      "formation-aux-logiciels-de-gestion",
      "ingenierie-et-financement-de-la-formation",
      "e-learning-et-plateformes-de-formation",
    ],
    description:
      "Centre de formation continue pour les salariés et les demandeurs d’emploi\u202f: bureautique, gestion, préparation aux certifications. Des groupes de huit au plus, des parcours mixtes entre salle et distance, une aide au montage des dossiers de financement.",
    references: [{ customer: "Un groupement d’employeurs", work: "Formation bureautique de 90 salariés", year: 2025 }],
    contact: { firstName: "Pascal", lastName: "Dubrulle", position: "Directeur" },
  },
  {
    name: "Lycée des Deux Terrils",
    kind: "school",
    commune: "henin-beaumont",
    commissions: ["education"],
    joinedDaysAgo: 270,
    skills: ["accueil-de-stagiaires", "interventions-et-decouverte-des-metiers", "formation-systemes-et-reseaux"],
    description:
      "Un lycée de démonstration dont les sections de techniciens supérieurs préparent aux métiers des réseaux et du développement. L’équipe cherche des entreprises pour des stages de six à huit semaines et des professionnels prêts à raconter leur métier devant une classe.",
    references: [],
    contact: { firstName: "Nathalie", lastName: "Bécourt", position: "Professeure référente" },
  },
  {
    name: "Formalys",
    kind: "school",
    commune: "bethune",
    commissions: ["education", "infrastructures-reseaux"],
    joinedDaysAgo: 140,
    skills: [
      "sensibilisation-a-la-cybersecurite",
      "formation-systemes-et-reseaux",
      "formation-a-l-intelligence-artificielle",
      "formation-bureautique",
    ],
    description:
      "Formalys vient former dans vos murs, avec vos logiciels et vos documents. Sécurité au quotidien, réseaux, outils collaboratifs, premiers pas avec l’intelligence artificielle. Une évaluation avant, une après, et un rendez-vous deux mois plus tard pour voir ce qui est resté.",
    references: [{ customer: "Un établissement public de santé", work: "Sensibilisation de 300 agents", year: 2025 }],
    contact: { firstName: "Delphine", lastName: "Caudron", position: "Gérante" },
  },
  {
    name: "Classe Branchée",
    kind: "reseller",
    commune: "vendin-le-vieil",
    commissions: ["education", "infrastructures-reseaux"],
    joinedDaysAgo: 230,
    skills: [
      "equipement-numerique-des-ecoles",
      "reseau-et-filtrage-en-etablissement",
      "ent-et-logiciels-scolaires",
      "parc-mobile-et-tablettes",
    ],
    description:
      "Nous équipons les écoles et les collèges\u202f: tableaux interactifs, chariots de tablettes, réseau filtré, assistance pendant les heures de classe. Les enseignants ont un numéro à appeler et une personne qui connaît leur établissement.",
    references: [
      { customer: "Un syndicat scolaire de 14 écoles", work: "Réseau filtré et tableaux interactifs", year: 2024 },
    ],
    contact: { firstName: "Mickaël", lastName: "Hennebelle", position: "Gérant" },
  },
  {
    name: "Passerelle Numérique",
    kind: "service",
    commune: "bully-les-mines",
    commissions: ["education"],
    joinedDaysAgo: 55,
    skills: ["inclusion-et-mediation-numeriques", "formation-bureautique", "interventions-et-decouverte-des-metiers"],
    description:
      "Une structure d’insertion qui accompagne les personnes éloignées du numérique, et forme celles et ceux qui les accueillent. Permanences dans six communes, ateliers de recherche d’emploi en ligne, prêt d’ordinateurs reconditionnés.",
    references: [{ customer: "Un centre communal d’action sociale", work: "Permanences hebdomadaires", year: 2025 }],
    contact: { firstName: "Samira", lastName: "Belkacem", position: "Coordinatrice" },
  },
  {
    name: "Tuteurs Associés",
    kind: "service",
    commune: "annezin",
    commissions: ["education"],
    joinedDaysAgo: 520,
    status: "lapsed",
    skills: ["ingenierie-et-financement-de-la-formation", "alternance-et-apprentissage"],
    description:
      "Conseil aux entreprises qui accueillent leur premier alternant\u202f: choix du diplôme, financement, formation du tuteur.",
    references: [],
    contact: { firstName: "Didier", lastName: "Mayeur", position: "Consultant" },
  },
  {
    name: "Institut des Berges",
    kind: "school",
    commune: "douai",
    commissions: ["education"],
    joinedDaysAgo: 8,
    status: "applicant",
    skills: ["projets-tutores-et-etudiants", "alternance-et-apprentissage"],
    description:
      "Établissement d’enseignement supérieur de démonstration, candidat à l’adhésion. Ses étudiants en informatique cherchent des projets tuteurés de janvier à mars.",
    references: [],
    contact: { firstName: "Corinne", lastName: "Fontaine", position: "Responsable des partenariats" },
  },
];
