import type { DomainMatrix } from "./words.ts";
import { read } from "./words.ts";

const erase = { intention: "erase", subject: "Person" } as const;

export const privacy: DomainMatrix = {
  doors: {
    "lib/privacy/queries.ts#listOwnData": read("Person"),
    "lib/privacy/queries.ts#listSoleReferences": erase,
    "lib/privacy/commands.ts#eraseOwnAccount": erase,
    "lib/privacy/commands.ts#applyRetention": { intention: "administer", subject: "Person" },
    "lib/privacy/actions.ts#eraseOwnAccountAction": erase,
    "app/espace/mes-donnees/donnees.json/route.ts#GET": read("Person"),
    "app/espace/mes-donnees/donnees.html/route.ts#GET": read("Person"),
  },
  expected: [],
};
