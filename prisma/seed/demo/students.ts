import type { ApplicationState, InternshipLevel, RefusalCause } from "#lib/generated/prisma/enums";

/** One application of the demonstration; days are counted back from today. */
export interface DemoApplication {
  /** Title of the offer. */
  offer: string;
  state: ApplicationState;
  sent?: number;
  read?: number;
  answered?: number;
  ended?: number;
  because?: RefusalCause;
  nudged?: number;
  message?: string;
  note?: string;
  /** Moments proposed for an interview: in how many days, at what hour. */
  slots?: { inDays: number; time: string }[];
  isShared?: boolean;
}

export interface DemoStudent {
  firstName: string;
  lastName: string;
  /** The cast's own account; else an address of the school. */
  email?: string;
  diploma: string;
  level: InternshipLevel;
  /** Free from and to, in days from today. */
  free: [number, number];
  commune: string;
  skills: string[];
  isVisible?: boolean;
  hasCv?: boolean;
  applications: DemoApplication[];
}

const SUPERVISION = "Supervision d’un parc de serveurs F/H";
const NETWORK = "Technicien réseau F/H\u202f: câblage et mise en service";

/** The cohort of an invented school: somebody in every state. */
export const STUDENTS: DemoStudent[] = [
  {
    firstName: "Inès",
    lastName: "Moreau",
    email: "etudiante@demo.example",
    diploma: "BUT Informatique, deuxième année",
    level: "but2",
    free: [118, 230],
    commune: "lens",
    skills: ["Linux", "SQL", "Scripts"],
    isVisible: true,
    hasCv: true,
    applications: [
      {
        offer: SUPERVISION,
        state: "interview",
        sent: 12,
        read: 9,
        answered: 2,
        slots: [
          { inDays: 6, time: "10:00" },
          { inDays: 7, time: "14:00" },
          { inDays: 9, time: "16:30" },
        ],
        message:
          "J’ai monté chez moi une petite supervision avec trois machines de récupération, et j’ai passé plus de temps à faire taire les alertes inutiles qu’à installer l’outil. Votre offre parle exactement de cela.\n\nJ’aimerais apprendre à choisir les bons indicateurs, et voir comment on en parle à un client.",
      },
      {
        offer: "Recette d’un logiciel de gestion F/H",
        state: "read",
        sent: 11,
        read: 8,
        message:
          "J’aime comprendre pourquoi un calcul tombe faux. En projet, c’est moi qui écris les scénarios de test.",
        isShared: true,
      },
      {
        offer: "Tests automatisés d’une boutique en ligne F/H",
        state: "draft",
        message: "Bonjour, je suis en deuxième année et",
      },
      {
        offer: "Intégration web et accessibilité F/H",
        state: "refused",
        sent: 34,
        ended: 5,
        because: "silence",
        message: "J’ai suivi un module d’accessibilité et corrigé le site de mon club de handball.",
      },
    ],
  },
  {
    firstName: "Théo",
    lastName: "Lemaire",
    diploma: "BUT Réseaux et télécommunications, deuxième année",
    level: "but2",
    free: [120, 210],
    commune: "arras",
    skills: ["Linux", "Réseau local"],
    hasCv: true,
    applications: [
      {
        offer: SUPERVISION,
        state: "received",
        sent: 3,
        message:
          "Je tiens le serveur de jeu de mon association depuis deux ans\u202f: mises à jour, sauvegardes, pannes du samedi soir.",
      },
    ],
  },
  {
    firstName: "Manon",
    lastName: "Caudron",
    diploma: "BUT Réseaux et télécommunications, troisième année",
    level: "but3",
    free: [100, 220],
    commune: "bethune",
    skills: ["Supervision", "Scripts", "Documentation"],
    isVisible: true,
    hasCv: true,
    applications: [
      {
        offer: SUPERVISION,
        state: "read",
        sent: 6,
        read: 4,
        message:
          "Mon projet de fin d’année porte sur la supervision d’un réseau de capteurs. Je cherche un stage où l’on me laisse essayer.",
        note: "Dossier solide, à appeler avant vendredi.",
      },
    ],
  },
  {
    firstName: "Karim",
    lastName: "Ouali",
    diploma: "BUT Informatique, deuxième année",
    level: "but2",
    free: [118, 225],
    commune: "lievin",
    skills: ["Scripts", "Windows"],
    hasCv: true,
    applications: [
      {
        offer: SUPERVISION,
        state: "received",
        sent: 14,
        nudged: 2,
        message: "Je suis disponible dès avril et j’habite à côté. Je serais heureux d’en parler de vive voix.",
      },
    ],
  },
  {
    firstName: "Louise",
    lastName: "Petit",
    diploma: "BUT Informatique, troisième année",
    level: "but3",
    free: [95, 210],
    commune: "lens",
    skills: ["Java", "SQL"],
    isVisible: true,
    hasCv: true,
    applications: [
      {
        offer: SUPERVISION,
        state: "refused",
        sent: 20,
        read: 18,
        answered: 10,
        ended: 10,
        because: "company",
        message: "Je voudrais découvrir l’exploitation après deux projets de développement.",
      },
    ],
  },
  {
    firstName: "Hugo",
    lastName: "Delcourt",
    diploma: "BTS CIEL, première année",
    level: "bts",
    free: [55, 130],
    commune: "henin-beaumont",
    skills: ["Câblage", "Réseau local"],
    hasCv: true,
    applications: [
      {
        offer: NETWORK,
        state: "accepted",
        sent: 18,
        read: 17,
        answered: 14,
        ended: 8,
        message:
          "J’aide mon oncle électricien le samedi\u202f: je sais lire un plan et je n’ai pas peur des faux plafonds.",
      },
    ],
  },
  {
    firstName: "Yasmine",
    lastName: "Haddad",
    diploma: "BTS CIEL, première année",
    level: "bts",
    free: [55, 130],
    commune: "lens",
    skills: ["Réseau local", "Documentation"],
    hasCv: true,
    applications: [
      {
        offer: NETWORK,
        state: "offered",
        sent: 9,
        read: 8,
        answered: 4,
        message: "J’ai câblé la salle de notre lycée avec deux camarades, du plan à l’étiquetage.",
      },
    ],
  },
  {
    firstName: "Clara",
    lastName: "Dubois",
    diploma: "BUT Informatique, deuxième année",
    level: "but2",
    free: [118, 230],
    commune: "douai",
    skills: ["Sauvegarde", "Linux"],
    isVisible: true,
    hasCv: true,
    applications: [
      { offer: "Recette d’un logiciel de gestion F/H", state: "withdrawn", sent: 15, read: 12, ended: 7 },
      {
        offer: "Sauvegardes vérifiées F/H",
        state: "received",
        sent: 4,
        message:
          "Une sauvegarde que personne n’a jamais restaurée n’en est pas une\u202f: j’aimerais passer huit semaines à le vérifier.",
      },
    ],
  },
  {
    firstName: "Samuel",
    lastName: "Leroy",
    diploma: "Licence informatique",
    level: "licence",
    free: [100, 215],
    commune: "lens",
    skills: ["JavaScript", "SQL"],
    hasCv: true,
    applications: [
      {
        offer: "Développement d’un portail client F/H",
        state: "accepted",
        sent: 25,
        read: 24,
        answered: 20,
        ended: 12,
        message: "Je développe depuis le lycée, surtout des outils que d’autres utilisent ensuite sans moi.",
      },
    ],
  },
  {
    firstName: "Léna",
    lastName: "Masson",
    diploma: "BUT Métiers du multimédia, première année",
    level: "but1",
    free: [140, 200],
    commune: "bethune",
    skills: ["HTML", "Maquettes"],
    isVisible: true,
    applications: [],
  },
];
