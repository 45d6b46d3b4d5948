import { board, type DomainMatrix, everybody, everyone, read, withStructure } from "./words.ts";

const oversee = { intention: "oversee", subject: "Structure" } as const;

export const structures: DomainMatrix = {
  doors: {
    "lib/structures/directory/queries.ts#listMembers": everybody("active structures only, written into its SQL"),
    "lib/structures/directory/queries.ts#countFacets": everybody("active structures only, written into its SQL"),
    "lib/structures/queries.ts#findMember": read("Structure"),
    "lib/structures/queries.ts#findRenamedMember": read("Structure"),
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
    { intention: "export", subject: "Structure", roles: board },
    { intention: "oversee", subject: "Structure", roles: board },
    { intention: "import", subject: "Structure", roles: [] },
  ],
};
