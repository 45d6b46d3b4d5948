import type { StructureKind } from "#lib/generated/prisma/enums";

/**
 * The members that really exist, with the facts the club has made public and no other: no town, no
 * address, no contact, no person.
 */
export const REAL_STRUCTURES: {
  name: string;
  kind: StructureKind;
  description: string;
  commissions: string[];
  skills: string[];
}[] = [
  {
    name: "Adviser",
    kind: "editor",
    description: "Éditeur de logiciels\u202f: applications mobiles et solutions Internet.",
    commissions: ["developpement"],
    skills: ["Applications mobiles", "Solutions Internet"],
  },
  {
    name: "Kernel",
    kind: "editor",
    description: "Éditeur et revendeur, spécialisé dans l’authentification.",
    commissions: ["infrastructures-reseaux"],
    skills: ["Authentification"],
  },
  {
    name: "ICEA",
    kind: "reseller",
    description: "Revendeur d’infrastructures informatiques, partenaire Sage.",
    commissions: ["infrastructures-reseaux", "gestion"],
    skills: ["Infrastructures informatiques", "Solutions Sage"],
  },
  {
    name: "Decima",
    kind: "service",
    description: "Gestion et déploiement d’infrastructures informatiques.",
    commissions: ["infrastructures-reseaux"],
    skills: ["Gestion et déploiement d’infrastructures"],
  },
  { name: "Audace", kind: "agency", description: "Agence web.", commissions: ["communication-internet"], skills: [] },
  {
    name: "Tigre Blanc",
    kind: "agency",
    description: "Agence web.",
    commissions: ["communication-internet"],
    skills: [],
  },
  {
    name: "IUT de Lens",
    kind: "school",
    description: "Établissement d’enseignement.",
    commissions: ["education"],
    skills: [],
  },
];
