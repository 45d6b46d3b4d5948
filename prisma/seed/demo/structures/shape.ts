/** A company of the demonstration data set. Every one of them is invented. */
export interface InventedStructure {
  name: string;
  kind: "reseller" | "service" | "editor" | "agency" | "school";
  /** Slug in lib/territory/communes.json. */
  commune: string;
  /** 1 to 3 among infrastructures-reseaux, gestion, developpement, communication-internet, education. */
  commissions: string[];
  /** 3 to 9 slugs of prisma/seed/data/skills-taxonomy.json. */
  skills: string[];
  /** A label of its own, outside the taxonomy. */
  ownSkill?: string;
  /** 60 to 150 words; the first sentence is a summary of under 170 characters. */
  description: string;
  /** 0 to 3, with generic or invented customers. */
  references: { customer: string; work: string; year: number }[];
  /** An invented person. */
  contact: { firstName: string; lastName: string; position: string };
  joinedDaysAgo: number;
  status?: "applicant" | "lapsed";
}
