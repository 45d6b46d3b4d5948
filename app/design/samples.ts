/** What the showroom shows: invented, and used nowhere else. */
export const commissions = [
  { slug: "infrastructures-reseaux", name: "Infrastructures et réseaux" },
  { slug: "gestion", name: "Monde de la gestion" },
  { slug: "developpement", name: "Développements logiciels" },
  { slug: "communication-internet", name: "Communication et Internet" },
  { slug: "education", name: "Éducation et écoles" },
];

export const members = [
  {
    name: "Terril Numérique",
    trade: "Société de services",
    town: "Lens",
    commission: "infrastructures-reseaux",
    summary: "Réseaux, sauvegarde et dépannage pour les ateliers et les mairies du bassin minier.",
    skills: ["Réseau", "Sauvegarde", "Wi-Fi"],
  },
  {
    name: "La Fabrique du Beffroi",
    trade: "Éditeur de logiciels",
    town: "Arras",
    commission: "developpement",
    summary: "Des applications mobiles pour les équipes qui travaillent debout.",
    skills: ["Application mobile", "API"],
  },
  {
    name: "Craie Vive",
    trade: "Agence web",
    town: "Béthune",
    commission: "communication-internet",
    summary: "Sites accessibles, contenus clairs, référencement sans promesse creuse.",
    skills: ["Accessibilité", "WordPress", "Référencement"],
  },
  {
    name: "Scarpe Gestion",
    trade: "Revendeur",
    town: "Douai",
    commission: "gestion",
    summary: "Paie, comptabilité et caisse, installées et expliquées sur place.",
    skills: ["Sage", "Paie"],
  },
];

export const dots = Object.entries({
  arras: 9,
  lens: 8,
  bethune: 6,
  douai: 5,
  lievin: 3,
  "henin-beaumont": 3,
  "bruay-la-buissiere": 2,
  "loos-en-gohelle": 2,
  "saint-laurent-blangy": 2,
  carvin: 1,
  bapaume: 1,
  lillers: 1,
  somain: 1,
  "noeux-les-mines": 1,
  vimy: 1,
}).map(([communeSlug, count]) => ({ communeSlug, count, commissions: count % 2 ? ["developpement"] : ["gestion"] }));
