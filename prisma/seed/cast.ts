/** The password of every demonstration account. */
export const DEMONSTRATION_PASSWORD = "tactic-demo-2026";

/** One account per role: what `npm start` prints and the journeys sign in with. */
export const ACCOUNTS = [
  {
    key: "president",
    email: "presidence@demo.example",
    firstName: "Hélène",
    lastName: "Delattre",
    role: "présidence (comité directeur)",
  },
  {
    key: "treasurer",
    email: "tresorerie@demo.example",
    firstName: "Marc",
    lastName: "Wattiez",
    role: "trésorerie (comité directeur)",
  },
  {
    key: "lead",
    email: "responsable@demo.example",
    firstName: "Sylvie",
    lastName: "Carpentier",
    role: "responsable de la commission Infrastructures et réseaux",
  },
  {
    key: "formerLead",
    email: "ancien-responsable@demo.example",
    firstName: "Didier",
    lastName: "Lesage",
    role: "ancien responsable (mandat terminé)",
  },
  { key: "member", email: "membre@demo.example", firstName: "Nadia", lastName: "Benali", role: "adhérente" },
  {
    key: "colleague",
    email: "collegue@demo.example",
    firstName: "Julien",
    lastName: "Flament",
    role: "collègue (même structure)",
  },
  {
    key: "rival",
    email: "rivale@demo.example",
    firstName: "Claire",
    lastName: "Duquesne",
    role: "adhérente d’une autre structure",
  },
  { key: "student", email: "etudiante@demo.example", firstName: "Inès", lastName: "Moreau", role: "étudiante" },
  { key: "school", email: "ecole@demo.example", firstName: "Philippe", lastName: "Vasseur", role: "école" },
  {
    key: "admin",
    email: "admin@demo.example",
    firstName: "Aurélie",
    lastName: "Caron",
    role: "administration du portail",
  },
] as const;

export type CastKey = (typeof ACCOUNTS)[number]["key"];
