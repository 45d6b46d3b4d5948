import type { AccountFilter } from "./schema.ts";

export const ACCOUNT_FILTER_LABELS: Record<AccountFilter, string> = {
  administration: "Administration",
  comite: "Comité directeur",
  suspendus: "Accès suspendu",
  "sans-structure": "Sans structure",
};
