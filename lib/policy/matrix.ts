import type { Intention, SubjectName } from "./ability.ts";

/** The cast of the demonstration, and somebody who is not signed in. */
export type Role =
  | "visitor"
  | "president"
  | "treasurer"
  | "lead"
  | "formerLead"
  | "member"
  | "colleague"
  | "rival"
  | "student"
  | "school"
  | "admin";

/** What a door asks of the policy. `everybody`: the same answer for all, whoever asks, with the reason why. */
export type Demand = { intention: Intention; subject: SubjectName } | { everybody: string };

const read = (subject: SubjectName): Demand => ({ intention: "read", subject });
const everybody = (why: string): Demand => ({ everybody: why });

const publicData = everybody("calls its query as a visitor, whoever asks");

/**
 * Every door of the portal (query, command, action, route) with what it asks of the policy.
 * The coverage test fails when one is missing here, or is here and exists no more.
 */
export const DOORS: Record<string, Demand> = {
  "lib/club/queries.ts#getClub": read("Club"),
  "lib/home/queries.ts#getHome": everybody("figures and lists of public rows only, written into its SQL"),
  "lib/structures/directory/queries.ts#listMembers": everybody("active structures only, written into its SQL"),
  "lib/structures/directory/queries.ts#countFacets": everybody("active structures only, written into its SQL"),
  "lib/structures/queries.ts#findMember": read("Structure"),
  "lib/structures/queries.ts#findRenamedMember": read("Structure"),
  "lib/structures/import/commands.ts#importMembers": { intention: "import", subject: "Structure" },
  "lib/structures/import/queries.ts#exportMembers": { intention: "export", subject: "Structure" },
  "lib/people/administrators/commands.ts#createAdministrator": { intention: "administer", subject: "Person" },
  "lib/commissions/queries.ts#listCommissions": everybody(
    "commissions, leads and public meetings only, written into its SQL",
  ),
  "lib/commissions/queries.ts#findCommission": read("Commission"),
  "lib/events/queries.ts#listEvents": read("Event"),
  "lib/events/queries.ts#countEvents": read("Event"),
  "lib/events/queries.ts#countAgenda": everybody("public events only, written into its SQL"),
  "lib/events/queries.ts#findEvent": read("Event"),
  "lib/events/queries.ts#findRenamedEvent": read("Event"),
  "lib/news/queries.ts#listNews": read("NewsPost"),
  "lib/news/queries.ts#findNewsPost": read("NewsPost"),
  "lib/news/queries.ts#findRenamedNewsPost": read("NewsPost"),
  "lib/internships/queries.ts#listInternships": read("Internship"),
  "lib/internships/queries.ts#findInternship": read("Internship"),
  "lib/internships/queries.ts#findRenamedInternship": read("Internship"),
  "lib/people/queries.ts#findActor": everybody("the door itself: finds out who asks"),
  "lib/people/sessions/commands.ts#signIn": everybody("the door itself: finds out who asks"),
  "lib/people/sessions/commands.ts#signOut": { intention: "signOut", subject: "Session" },
  "lib/people/sessions/actions.ts#signInAction": everybody("the door itself: finds out who asks"),
  "lib/people/sessions/actions.ts#signOutAction": { intention: "signOut", subject: "Session" },
  "lib/seo/queries.ts#listAddresses": everybody("each kind of page through the policy, for whoever asks"),
  "app/api/v1/members/route.ts#GET": publicData,
  "app/api/v1/members/[slug]/route.ts#GET": publicData,
  "app/api/v1/commissions/route.ts#GET": publicData,
  "app/api/v1/events/route.ts#GET": publicData,
  "app/api/v1/internships/route.ts#GET": publicData,
  "app/api/v1/openapi.json/route.ts#GET": everybody("describes the API, holds no data"),
  "app/api/feeds/annuaire/csv/route.ts#GET": publicData,
  "app/api/feeds/annuaire/[slug]/vcf/route.ts#GET": publicData,
  "app/api/feeds/commissions/csv/route.ts#GET": publicData,
  "app/api/feeds/commissions/[slug]/ics/route.ts#GET": publicData,
  "app/api/feeds/agenda/csv/route.ts#GET": publicData,
  "app/api/feeds/agenda/ics/route.ts#GET": publicData,
  "app/api/feeds/agenda/[slug]/ics/route.ts#GET": publicData,
  "app/api/feeds/stages/csv/route.ts#GET": publicData,
  "app/api/feeds/stages/atom/route.ts#GET": publicData,
  "app/api/feeds/actualites/csv/route.ts#GET": publicData,
  "app/api/feeds/actualites/atom/route.ts#GET": publicData,
  "app/api/health/route.ts#GET": everybody("says that the process is up, holds no data"),
  "app/api/ready/route.ts#GET": everybody("says whether the database answers, holds no data"),
  "app/api/auth/[...nextauth]/route.ts#GET": everybody("next-auth's own protocol"),
  "app/api/auth/[...nextauth]/route.ts#POST": everybody("next-auth's own protocol"),
};

const everyone: Role[] = [
  "visitor",
  "president",
  "treasurer",
  "lead",
  "formerLead",
  "member",
  "colleague",
  "rival",
  "student",
  "school",
  "admin",
];
const signedIn = everyone.filter((role) => role !== "visitor");
const board: Role[] = ["president", "treasurer"];
// Everybody of the cast who belongs to an active structure.
const withStructure: Role[] = [
  "president",
  "treasurer",
  "lead",
  "formerLead",
  "member",
  "colleague",
  "rival",
  "school",
];

/** Who may do what to at least one subject: the permission table, as a test reads it. */
export const EXPECTED: { intention: Intention; subject: SubjectName; roles: Role[] }[] = [
  { intention: "read", subject: "Club", roles: everyone },
  { intention: "update", subject: "Club", roles: board },
  { intention: "administer", subject: "Club", roles: ["admin"] },
  { intention: "read", subject: "Structure", roles: everyone },
  { intention: "update", subject: "Structure", roles: signedIn.filter((role) => withStructure.includes(role)) },
  { intention: "export", subject: "Structure", roles: board },
  { intention: "import", subject: "Structure", roles: [] },
  { intention: "read", subject: "Commission", roles: everyone },
  { intention: "read", subject: "Mandate", roles: everyone },
  { intention: "appoint", subject: "Mandate", roles: board },
  { intention: "voice", subject: "Expectation", roles: withStructure },
  { intention: "read", subject: "Event", roles: everyone },
  { intention: "schedule", subject: "Event", roles: ["lead"] },
  { intention: "read", subject: "Decision", roles: everyone },
  { intention: "read", subject: "NewsPost", roles: everyone },
  { intention: "publish", subject: "NewsPost", roles: board },
  { intention: "read", subject: "Internship", roles: everyone },
  { intention: "publish", subject: "Internship", roles: withStructure },
  { intention: "apply", subject: "Internship", roles: ["student"] },
  { intention: "read", subject: "Person", roles: signedIn },
  { intention: "update", subject: "Person", roles: signedIn },
  { intention: "administer", subject: "Person", roles: ["admin"] },
  { intention: "read", subject: "Session", roles: signedIn },
  { intention: "signOut", subject: "Session", roles: signedIn },
];
