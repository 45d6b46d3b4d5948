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
      "Une école de démonstration qui forme en deux ou trois ans des techniciennes et des techniciens du numérique, en alternance pour la moitié d’entre eux. Chaque promotion mène un projet réel pour une entreprise du territoire. Les périodes de stage vont d’avril à juin.\n\nChaque entreprise d’accueil rencontre le formateur référent avant le premier jour, et reçoit une fiche qui dit ce que l’étudiant sait déjà faire.",
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
      "Centre de formation continue pour les salariés et les demandeurs d’emploi\u202f: bureautique, gestion, préparation aux certifications. Des groupes de huit au plus, des parcours mixtes entre salle et distance, une aide au montage des dossiers de financement.\n\nLes formateurs viennent du métier et y retournent une partie de la semaine. Un test d’entrée évite d’inscrire quelqu’un dans un groupe où il s’ennuierait, ou se perdrait.",
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
      "Un lycée de démonstration dont les sections de techniciens supérieurs préparent aux métiers des réseaux et du développement. L’équipe cherche des entreprises pour des stages de six à huit semaines et des professionnels prêts à raconter leur métier devant une classe.\n\nUn plateau de réseau, deux ateliers et une salle de serveurs permettent d’accueillir aussi des entreprises le mercredi après-midi, pour des essais ou une démonstration.",
    references: [],
    contact: { firstName: "Nathalie", lastName: "Bécourt", position: "Professeure référente" },
  },
  {
    name: "Préau Formation",
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
      "Préau Formation vient former dans vos murs, avec vos logiciels et vos documents. Sécurité au quotidien, réseaux, outils collaboratifs, premiers pas avec l’intelligence artificielle. Une évaluation avant, une après, et un rendez-vous deux mois plus tard pour voir ce qui est resté.\n\nNos exercices de faux courriels piégés ne servent jamais à désigner quelqu’un\u202f: on regarde ensemble ce qui aurait dû alerter. Les supports restent chez le client, qui peut les réutiliser.",
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
      "Nous équipons les écoles et les collèges\u202f: tableaux interactifs, chariots de tablettes, réseau filtré, assistance pendant les heures de classe. Les enseignants ont un numéro à appeler et une personne qui connaît leur établissement.\n\nAvant de proposer du matériel, nous passons une matinée dans les classes pour voir ce qui sert vraiment. Les appareils remplacés sont effacés et confiés à une filière de réemploi. Neuf personnes, dont deux anciens enseignants.",
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
      "Une structure d’insertion qui accompagne les personnes éloignées du numérique, et forme celles et ceux qui les accueillent. Permanences dans six communes, ateliers de recherche d’emploi en ligne, prêt d’ordinateurs reconditionnés.\n\nNos médiateurs apprennent à faire plutôt qu’ils ne font à la place\u202f: une démarche, un mot de passe, une pièce jointe. Les entreprises du club nous confient des machines, et accueillent parfois celles et ceux qui reprennent goût à l’écran.",
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
    skills: [
      "ingenierie-et-financement-de-la-formation",
      "alternance-et-apprentissage",
      "interventions-et-decouverte-des-metiers",
    ],
    description:
      "Conseil aux entreprises qui accueillent leur premier alternant\u202f: choix du diplôme, financement, formation du tuteur. Nous avons suivi une trentaine d’entreprises, souvent de moins de dix salariés, du premier entretien jusqu’à l’examen. Le tuteur recevait une visite par mois, et pouvait appeler à tout moment quand la relation devenait difficile. L’adhésion n’a pas été renouvelée, mais la fiche garde la trace du travail accompli.",
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
    skills: ["projets-tutores-et-etudiants", "alternance-et-apprentissage", "accueil-de-stagiaires"],
    description:
      "Établissement d’enseignement supérieur de démonstration, candidat à l’adhésion. Ses étudiants en informatique cherchent des projets tuteurés de janvier à mars. Les groupes de quatre travaillent un jour par semaine sur la demande d’une entreprise, avec un enseignant qui garantit le sérieux du résultat. Deux semaines bloquées, en fin de projet, servent à livrer et à transmettre. L’institut voudrait aussi inviter des adhérents dans ses jurys.",
    references: [],
    contact: { firstName: "Corinne", lastName: "Fontaine", position: "Responsable des partenariats" },
  },
];
