import { board, type DomainMatrix, everybody, everyone, read, referents, withStructure } from "./words.ts";

export const structures: DomainMatrix = {
  doors: {
    "lib/structures/directory/queries.ts#listMembers": everybody("active structures only, written into its SQL"),
    "lib/structures/directory/queries.ts#countFacets": everybody("active structures only, written into its SQL"),
    "lib/structures/queries.ts#findMember": read("Structure"),
    "lib/structures/queries.ts#findRenamedMember": read("Structure"),
    "lib/structures/commands.ts#claimStructure": everybody("asks the policy for the intention it is given"),
    "lib/structures/import/commands.ts#importMembers": { intention: "import", subject: "Structure" },
    "lib/structures/import/queries.ts#exportMembers": { intention: "export", subject: "Structure" },
  },
  expected: [
    { intention: "read", subject: "Structure", roles: everyone },
    { intention: "update", subject: "Structure", roles: withStructure },
    { intention: "staff", subject: "Structure", roles: referents },
    { intention: "export", subject: "Structure", roles: board },
    { intention: "import", subject: "Structure", roles: [] },
  ],
};
