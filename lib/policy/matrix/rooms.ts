import { board, type DomainMatrix, everybody } from "./words.ts";

const administer = { intention: "administer" as const, subject: "Room" as const };
const schedule = { intention: "schedule" as const, subject: "Commission" as const };
const part = everybody("a part of commands, each of which asked for its own right");
const signedLink = everybody("the signed link of the request says whose room it is");

export const rooms: DomainMatrix = {
  doors: {
    "lib/rooms/commands.ts#requestRoom": part,
    "lib/rooms/commands.ts#releaseRooms": part,
    "lib/rooms/keeper/queries.ts#findRequestByLink": signedLink,
    "lib/rooms/keeper/commands.ts#answerRequest": signedLink,
    "lib/rooms/keeper/commands.ts#answerOffer": schedule,
    "lib/rooms/keeper/actions.ts#answerRequestAction": signedLink,
    "lib/rooms/keeper/actions.ts#answerOfferAction": schedule,
    "lib/rooms/venues/queries.ts#listVenues": administer,
    "lib/rooms/venues/queries.ts#listLentRooms": { intention: "schedule", subject: "Event" },
    "lib/rooms/venues/commands.ts#saveVenue": administer,
    "lib/rooms/venues/commands.ts#saveRoom": administer,
    "lib/rooms/venues/commands.ts#retireRoom": administer,
    "lib/rooms/venues/actions.ts#saveVenueAction": administer,
    "lib/rooms/venues/actions.ts#saveRoomAction": administer,
    "lib/rooms/venues/actions.ts#retireRoomAction": administer,
  },
  expected: [{ intention: "administer", subject: "Room", roles: board }],
};
