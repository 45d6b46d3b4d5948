import { type DomainMatrix, everybody, everyone, read, withStructure } from "./words.ts";

const join = { intention: "join", subject: "CommissionMember" } as const;

export const commissions: DomainMatrix = {
  doors: {
    "lib/commissions/queries.ts#listCommissions": everybody(
      "commissions, leads and public meetings only, written into its SQL",
    ),
    "lib/commissions/queries.ts#findCommission": read("Commission"),
    "lib/commissions/queries.ts#listOwnCommissions": read("CommissionMember"),
    "lib/commissions/commands.ts#joinCommission": join,
    "lib/commissions/commands.ts#leaveCommission": join,
    "lib/commissions/actions.ts#joinCommissionAction": join,
    "lib/commissions/actions.ts#leaveCommissionAction": join,
  },
  expected: [
    { intention: "read", subject: "Commission", roles: everyone },
    { intention: "read", subject: "CommissionMember", roles: withStructure },
    { intention: "join", subject: "CommissionMember", roles: withStructure },
  ],
};
