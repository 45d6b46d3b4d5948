import { board, type DomainMatrix, everybody, everyone, read } from "./words.ts";

export const commissions: DomainMatrix = {
  doors: {
    "lib/commissions/queries.ts#listCommissions": everybody(
      "commissions, leads and public meetings only, written into its SQL",
    ),
    "lib/commissions/queries.ts#findCommission": read("Commission"),
  },
  expected: [
    { intention: "read", subject: "Commission", roles: everyone },
    { intention: "read", subject: "Mandate", roles: everyone },
    { intention: "appoint", subject: "Mandate", roles: board },
  ],
};
