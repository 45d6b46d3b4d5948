import type { Meetings } from "./shape.ts";

export const INFRASTRUCTURES: Meetings = {
  weekday: 2,
  from: "18:00",
  to: "20:00",
  room: "A",
  coming: [16, 65],
  next: {
    items: [
      { title: "Relecture de la fiche sur l’essai de restauration", minutes: 30, by: "membre@demo.example" },
      { title: "Règlement de l’astreinte d’août\u202f: premier jet", minutes: 40, by: "responsable@demo.example" },
      { title: "Délais de raccordement à la fibre\u202f: les relevés du semestre", minutes: 25 },
    ],
    proposal: { title: "Louer à plusieurs un banc d’essai pour onduleurs", by: "rivale@demo.example" },
  },
  past: [
    {
      daysAgo: 33,
      agenda: ["Retour sur les sauvegardes externalisées", "Astreinte partagée pendant l’été", "Questions diverses"],
      minutes:
        "Trois adhérents ont présenté leur manière de sauvegarder hors site. La commission retient qu’un essai de restauration par trimestre vaut mieux qu’une copie de plus.\n\nL’idée d’une astreinte partagée en août est accueillie favorablement\u202f: deux structures volontaires en écriront les règles.",
      todos: [
        { text: "rédiger la fiche sur l’essai de restauration", by: "membre@demo.example", dueInDays: 12 },
        {
          text: "envoyer une trame de règlement d’astreinte à Claire Duquesne",
          by: "responsable@demo.example",
          dueInDays: -5,
        },
        {
          text: "demander à la CCI une salle équipée pour la démonstration",
          by: "presidence@demo.example",
          dueInDays: -12,
          isDone: true,
        },
      ],
      reviews: ["qui garde la fiche à jour d’une année sur l’autre"],
      publicPart:
        "Trois adhérents ont présenté leur manière de sauvegarder **hors site**. La commission en retient une règle simple\u202f: *un essai de restauration par trimestre vaut mieux qu’une copie de plus*.\n\nUne fiche d’une page, destinée aux dirigeants, paraîtra ici\u202f:\n\n- ce que l’on essaie, et combien de temps cela prend\u202f;\n- qui doit être présent\u202f;\n- ce que l’on note pour l’assureur.",
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
      decisions: [
        {
          title: "Les sujets de l’année",
          text: "La commission retient trois sujets pour l’année\u202f: les sauvegardes que l’on essaie, les délais de raccordement, l’entraide entre adhérents.",
          isPublic: true,
        },
      ],
    },
    {
      daysAgo: 188,
      agenda: ["Contrats de maintenance\u202f: ce qui fâche", "Téléphonie\u202f: la fin du réseau cuivre"],
      minutes:
        "Chacun a apporté, sans nom de client, la clause qui lui a valu une dispute. Trois reviennent\u202f: le délai de rétablissement, le matériel de prêt, la restitution des mots de passe.\n\nLe calendrier de fermeture du réseau cuivre est affiché commune par commune\u202f; plusieurs alarmes et ascenseurs en dépendent encore.",
      decisions: [
        {
          title: "Une page de vocabulaire pour les contrats",
          text: "La commission définit en une page les dix mots qui prêtent à confusion dans un contrat de maintenance. Les adhérents peuvent la joindre à leurs devis.",
          isPublic: true,
        },
        {
          title: "Prévenir les clients encore sur le cuivre",
          text: "Chaque adhérent dresse la liste de ses clients concernés et les prévient avant la réunion suivante.",
          isPublic: false,
        },
      ],
    },
    {
      daysAgo: 236,
      agenda: ["Ce que chacun sait faire", "Attaques récentes\u202f: ce que l’on peut en dire"],
      minutes:
        "Tour de table consacré aux métiers\u202f: qui câble, qui héberge, qui dépanne, qui audite. Plusieurs adhérents découvrent un voisin auquel ils auraient pu confier un chantier.\n\nDeux incidents sont racontés sans nommer les victimes. La rapidité du premier appel a fait la différence.",
      decisions: [
        {
          title: "Un numéro à se passer en cas d’attaque",
          text: "La commission tient une liste d’adhérents qui acceptent d’être appelés par un confrère le soir et le week-end.",
          isPublic: false,
        },
      ],
    },
  ],
};
