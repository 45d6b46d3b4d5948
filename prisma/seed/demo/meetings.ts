export interface PastMeeting {
  daysAgo: number;
  agenda: string[];
  minutes: string;
  decisions: { title: string; text: string; isPublic: boolean }[];
}

/** What each commission did and has planned. Developpement and education are late on purpose. */
export const MEETINGS: Record<string, { past: PastMeeting[]; coming: number[] }> = {
  "infrastructures-reseaux": {
    coming: [16, 65],
    past: [
      {
        daysAgo: 33,
        agenda: ["Retour sur les sauvegardes externalisées", "Astreinte partagée pendant l’été", "Questions diverses"],
        minutes:
          "Trois adhérents ont présenté leur manière de sauvegarder hors site. La commission retient qu’un essai de restauration par trimestre vaut mieux qu’une copie de plus.\n\nL’idée d’une astreinte partagée en août est accueillie favorablement\u202f: deux structures volontaires en écriront les règles.",
        decisions: [
          {
            title: "Une fiche commune sur l’essai de restauration",
            text: "La commission rédige une fiche d’une page, destinée aux dirigeants, sur l’essai de restauration trimestriel. Elle sera libre de diffusion.",
            isPublic: true,
          },
          {
            title: "Astreinte partagée en août",
            text: "Deux structures proposent un règlement d’astreinte pour la prochaine réunion.",
            isPublic: false,
          },
        ],
      },
      {
        daysAgo: 82,
        agenda: ["Fibre dans les zones d’activité", "Matériel reconditionné"],
        minutes:
          "Le point est fait sur les raccordements en fibre dédiée autour de Béthune et de Lens. La commission recense les délais constatés.\n\nLe reconditionné progresse chez les petites entreprises\u202f; la question de la garantie reste ouverte.",
        decisions: [
          {
            title: "Recenser les délais de raccordement",
            text: "Chaque adhérent note les délais constatés par zone d’activité\u202f; la synthèse sera publiée chaque semestre.",
            isPublic: true,
          },
        ],
      },
      {
        daysAgo: 136,
        agenda: ["Présentation des adhérents", "Attentes pour l’année"],
        minutes: "Tour de table et recueil des attentes\u202f: sécurité, recrutement, réponses communes.",
        decisions: [],
      },
    ],
  },
  gestion: {
    coming: [29],
    past: [
      {
        daysAgo: 26,
        agenda: [
          "Facturation électronique\u202f: où en sont nos clients",
          "Choisir sans se tromper\u202f: une grille commune",
        ],
        minutes:
          "La facturation électronique occupe l’essentiel de la séance. Beaucoup de petites entreprises attendent encore de savoir quelle plateforme choisir.\n\nLa commission travaille à une grille de questions, sans nom de produit, pour aider au choix d’un logiciel.",
        decisions: [
          {
            title: "Une grille de choix sans marque",
            text: "Une grille de vingt questions pour choisir un logiciel de gestion, rédigée par quatre adhérents, sera mise à disposition des entreprises.",
            isPublic: true,
          },
        ],
      },
      {
        daysAgo: 75,
        agenda: ["Passage de relais du responsable", "Paie\u202f: partage d’expériences"],
        minutes:
          "Le nouveau responsable présente sa façon de travailler. Échanges sur les bascules de paie en cours d’année.",
        decisions: [
          {
            title: "Une rencontre avec les experts-comptables",
            text: "La commission invite les experts-comptables du territoire à une rencontre au printemps.",
            isPublic: false,
          },
        ],
      },
    ],
  },
  developpement: {
    coming: [],
    past: [
      {
        daysAgo: 71,
        agenda: ["Tests automatiques dans les petites équipes", "Sous-traiter entre adhérents"],
        minutes:
          "Deux équipes racontent leurs débuts avec les tests automatiques. La sous-traitance entre adhérents demande un cadre simple\u202f: un modèle de contrat est proposé.",
        decisions: [
          {
            title: "Un modèle de contrat entre adhérents",
            text: "Un modèle court de contrat de sous-traitance est relu par trois adhérents, puis proposé à tous.",
            isPublic: false,
          },
        ],
      },
      {
        daysAgo: 118,
        agenda: ["Accessibilité des applications", "Reprise d’anciens logiciels"],
        minutes:
          "L’accessibilité entre dans les appels d’offres publics\u202f: la commission veut s’y préparer ensemble.",
        decisions: [
          {
            title: "Une demi-journée sur l’accessibilité",
            text: "La commission organise avec la commission Communication et Internet une demi-journée pratique sur l’accessibilité numérique.",
            isPublic: true,
          },
        ],
      },
    ],
  },
  "communication-internet": {
    coming: [9, 58],
    past: [
      {
        daysAgo: 40,
        agenda: ["Être trouvé localement", "La fiche de chaque adhérent dans l’annuaire"],
        minutes:
          "La commission relit les fiches de l’annuaire avec l’œil d’un acheteur. Les textes les plus concrets sont les plus utiles.",
        decisions: [
          {
            title: "Atelier « ma fiche en une heure »",
            text: "Un atelier aide chaque adhérent à écrire une fiche claire, avec ses mots et ceux de ses clients.",
            isPublic: true,
          },
        ],
      },
      {
        daysAgo: 92,
        agenda: ["Sites sobres", "Photographies du territoire"],
        minutes:
          "Présentation de sites légers réalisés par des adhérents. Un fonds commun de photographies du territoire est envisagé.",
        decisions: [],
      },
    ],
  },
  education: {
    coming: [],
    past: [
      {
        daysAgo: 80,
        agenda: ["Calendriers des stages", "Interventions en classe"],
        minutes:
          "Les écoles présentent leurs calendriers. Les entreprises demandent à les connaître plus tôt\u202f; un tableau commun sera tenu.",
        decisions: [
          {
            title: "Un calendrier commun des périodes de stage",
            text: "Les écoles adhérentes publient leurs périodes de stage dans un calendrier commun, avant la fin du mois d’octobre.",
            isPublic: true,
          },
        ],
      },
    ],
  },
};
