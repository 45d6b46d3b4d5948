import {
  board,
  type Demand,
  type DomainMatrix,
  everybody,
  everyone,
  publicData,
  read,
  referents,
  withStructure,
} from "./words.ts";

const update: Demand = { intention: "update", subject: "Structure" };

const oversee = { intention: "oversee", subject: "Structure" } as const;

export const structures: DomainMatrix = {
  doors: {
    "lib/structures/directory/queries.ts#listMembers": everybody("active structures only, written into its SQL"),
    "lib/structures/directory/queries.ts#countFacets": everybody("active structures only, written into its SQL"),
    "lib/structures/queries.ts#findMember": read("Structure"),
    "lib/structures/queries.ts#listContacts": read("Structure"),
    "lib/structures/queries.ts#findRenamedMember": read("Structure"),
    "lib/structures/queries.ts#freeSlugFor": everybody("a part of commands, each of which asked for its own right"),
    "lib/structures/commands.ts#claimStructure": everybody("asks the policy for the intention it is given"),
    "lib/structures/showcase/commands.ts#saveShowcase": update,
    "lib/structures/showcase/commands.ts#changeLogo": update,
    "lib/structures/showcase/commands.ts#removeLogo": update,
    "lib/structures/showcase/queries.ts#findShowcase": update,
    "lib/structures/showcase/queries.ts#listSkillLabels": everybody("the shared taxonomy, which the directory shows"),
    "lib/structures/showcase/actions.ts#saveShowcaseAction": update,
    "lib/structures/showcase/actions.ts#changeLogoAction": update,
    "lib/structures/showcase/actions.ts#removeLogoAction": update,
    "lib/structures/audience/queries.ts#getAudience": update,
    "app/(vitrine)/annuaire/[slug]/site/route.ts#GET": publicData,
    "app/fichiers/[folder]/[name]/route.ts#GET": everybody("public pictures only, by a key that nobody guesses"),
    "lib/structures/import/commands.ts#importMembers": { intention: "import", subject: "Structure" },
    "lib/structures/import/queries.ts#exportMembers": { intention: "export", subject: "Structure" },
    "lib/structures/register/queries.ts#listRegister": oversee,
    "lib/structures/register/queries.ts#countRegister": oversee,
    "lib/structures/register/queries.ts#listRegisterTowns": oversee,
    "lib/structures/register/queries.ts#listReached": oversee,
    "lib/structures/register/queries.ts#findRegistered": oversee,
    "lib/structures/register/commands.ts#settleMembership": oversee,
    "lib/structures/register/actions.ts#settleMembershipAction": oversee,
    "app/comite/export/adherents/route.ts#GET": oversee,
  },
  expected: [
    { intention: "read", subject: "Structure", roles: everyone },
    { intention: "update", subject: "Structure", roles: withStructure },
    { intention: "staff", subject: "Structure", roles: referents },
    { intention: "export", subject: "Structure", roles: board },
    { intention: "oversee", subject: "Structure", roles: board },
    { intention: "import", subject: "Structure", roles: [] },
  ],
};
