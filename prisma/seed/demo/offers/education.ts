import type { DemoOffer } from "./shape.ts";

export const EDUCATION: DemoOffer[] = [
  {
    title: "Animation d’ateliers numériques F/H",
    commission: "education",
    nth: 0,
    levels: ["bts"],
    weeks: 5,
    startsInDays: 70,
    applyInDays: 25,
    skills: ["Pédagogie", "Bureautique"],
    curricula: ["BTS SIO"],
    tutorRole: "Formatrice",
    missions: "Vous préparez et animez, avec une formatrice, des ateliers pour des personnes éloignées du numérique.",
  },
  {
    title: "Préparation d’un atelier de programmation F/H",
    commission: "education",
    nth: 3,
    levels: ["but1", "bts"],
    tutorRole: "Formateur",
    weeks: 5,
    startsInDays: 110,
    slackDays: 40,
    applyInDays: 58,
    skills: ["Pédagogie", "Python"],
    missions:
      "Vous préparez une suite de séances pour des collégiens, les essayez avec deux classes et écrivez le guide de l’animateur.",
  },
  {
    title: "Assistant informatique d’un centre de formation F/H",
    commission: "education",
    nth: 4,
    levels: ["bts"],
    curricula: ["BTS SIO SISR"],
    tutorRole: "Responsable informatique",
    weeks: 6,
    startsInDays: 46,
    applyInDays: 22,
    firstSchoolDays: 9,
    skills: ["Assistance", "Réseau local"],
    missions:
      "Salles, vidéoprojecteurs, comptes des stagiaires\u202f: vous répondez aux demandes avec le responsable et remettez en ordre une salle de trente postes.",
  },
];
