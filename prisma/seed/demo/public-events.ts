/** Open to everybody. Days are counted from the day of loading. */
export const PUBLIC_EVENTS: {
  title: string;
  description: string;
  place: string;
  inDays: number;
  from: string;
  to: string;
  cancelled?: string;
}[] = [
  {
    title: "Atelier : ma fiche en une heure",
    description:
      "Un atelier pour écrire, à plusieurs, une fiche d’annuaire qui parle aux acheteurs\u202f: des exemples, une méthode en quatre questions, une relecture croisée.\n\nApportez un ordinateur portable et trois exemples de ce que vos clients vous demandent.",
    place: "Lens, salle de démonstration",
    inDays: 22,
    from: "09:30",
    to: "11:00",
  },
  {
    title: "Conférence : après une cyberattaque",
    description:
      "Le récit d’une petite entreprise (invention de démonstration) qui a perdu son serveur un vendredi soir, et de ceux qui l’ont aidée à repartir.\n\nPuis une heure de questions, sans jargon.",
    place: "Arras, salle de démonstration",
    inDays: 37,
    from: "18:00",
    to: "20:00",
  },
  {
    title: "Rencontre des écoles et des entreprises",
    description:
      "Les écoles présentent leurs formations et leurs périodes de stage\u202f; les entreprises disent ce qu’elles cherchent. Les étudiants sont les bienvenus.",
    place: "Béthune, salle de démonstration",
    inDays: 51,
    from: "14:00",
    to: "17:00",
  },
  {
    title: "Petit déjeuner : la facturation électronique en clair",
    description:
      "Ce qui change, pour qui, et par où commencer. Pour les dirigeants de petites entreprises et d’associations.",
    place: "Douai, salle de démonstration",
    inDays: 13,
    from: "08:00",
    to: "09:30",
    cancelled: "L’intervenant est empêché. Une nouvelle date sera proposée en janvier.",
  },
  {
    title: "Portes ouvertes des adhérents",
    description: "Douze structures de l’Artois ont ouvert leurs ateliers et leurs bureaux le temps d’un après-midi.",
    place: "Dans tout l’Artois",
    inDays: -47,
    from: "14:00",
    to: "18:00",
  },
];
