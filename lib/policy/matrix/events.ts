import { type DomainMatrix, everybody, everyone, read } from "./words.ts";

export const events: DomainMatrix = {
  doors: {
    "lib/events/queries.ts#listEvents": read("Event"),
    "lib/events/queries.ts#countEvents": read("Event"),
    "lib/events/queries.ts#countAgenda": everybody("public events only, written into its SQL"),
    "lib/events/queries.ts#findEvent": read("Event"),
    "lib/events/queries.ts#findRenamedEvent": read("Event"),
  },
  expected: [
    { intention: "read", subject: "Event", roles: everyone },
    { intention: "read", subject: "Decision", roles: everyone },
  ],
};
