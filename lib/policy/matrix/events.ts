import { board, type DomainMatrix, everybody, everyone, read } from "./words.ts";

const host = { intention: "host" as const, subject: "Event" as const };
const signedLink = everybody("the signed link of one's own message says whose registration it is");
const anybody = everybody("whoever reads a public event may ask to come; nothing is held before they confirm");
const inside = everybody("a part of commands, each of which asked for its own right");

export const events: DomainMatrix = {
  doors: {
    "lib/events/queries.ts#listEvents": read("Event"),
    "lib/events/queries.ts#countEvents": read("Event"),
    "lib/events/queries.ts#countAgenda": everybody("public events only, written into its SQL"),
    "lib/events/queries.ts#findEvent": read("Event"),
    "lib/events/queries.ts#findRenamedEvent": read("Event"),
    "lib/events/queries.ts#freeEventSlug": inside,
    "lib/events/hosting/queries.ts#listHosted": host,
    "lib/events/hosting/queries.ts#findHosted": host,
    "lib/events/hosting/queries.ts#lockHosted": host,
    "lib/events/hosting/commands.ts#announceEvent": host,
    "lib/events/hosting/commands.ts#changeEvent": host,
    "lib/events/hosting/commands.ts#cancelEvent": host,
    "lib/events/hosting/actions.ts#announceEventAction": host,
    "lib/events/hosting/actions.ts#changeEventAction": host,
    "lib/events/hosting/actions.ts#cancelEventAction": host,
    "lib/events/registrations/queries.ts#findOpening": everybody("reads as a visitor, whoever asks"),
    "lib/events/registrations/queries.ts#findRegistrationForm": everybody("reads as a visitor, and one's own state"),
    "lib/events/registrations/queries.ts#findOwnRegistration": signedLink,
    "lib/events/registrations/queries.ts#findVisit": signedLink,
    "lib/events/registrations/commands.ts#registerForEvent": anybody,
    "lib/events/registrations/commands.ts#confirmRegistration": signedLink,
    "lib/events/registrations/commands.ts#withdrawRegistration": signedLink,
    "lib/events/registrations/commands.ts#giveBack": inside,
    "lib/events/registrations/commands.ts#moveUp": inside,
    "lib/events/registrations/commands.ts#tellRegistrants": inside,
    "lib/events/registrations/actions.ts#registerForEventAction": anybody,
    "lib/events/registrations/actions.ts#confirmRegistrationAction": signedLink,
    "lib/events/registrations/actions.ts#withdrawRegistrationAction": signedLink,
    "lib/events/registrations/desk/queries.ts#listRegistrants": host,
    "lib/events/registrations/desk/queries.ts#countRegistrants": host,
    "lib/events/registrations/desk/queries.ts#findByPresenceCode": host,
    "lib/events/registrations/desk/commands.ts#openRegistration": host,
    "lib/events/registrations/desk/commands.ts#askQuestions": host,
    "lib/events/registrations/desk/commands.ts#notePresence": host,
    "lib/events/registrations/desk/commands.ts#releasePlace": host,
    "lib/events/registrations/desk/actions.ts#openRegistrationAction": host,
    "lib/events/registrations/desk/actions.ts#askQuestionsAction": host,
    "lib/events/registrations/desk/actions.ts#notePresenceAction": host,
    "lib/events/registrations/desk/actions.ts#releasePlaceAction": host,
    "lib/events/registrations/reminders/commands.ts#remindRegistrants": host,
    "lib/events/registrations/reminders/commands.ts#thankVisitors": host,
    "app/espace/evenements/[slug]/inscrits.csv/route.ts#GET": host,
  },
  expected: [
    { intention: "read", subject: "Event", roles: everyone },
    { intention: "read", subject: "Decision", roles: everyone },
    { intention: "host", subject: "Event", roles: [...board, "lead"] },
  ],
};
