import { type DomainMatrix, everybody, signedIn } from "./words.ts";

const schedule = { intention: "schedule" as const, subject: "Poll" as const };
const part = everybody("a part of commands, each of which asked for its own right");
const signedLink = everybody("the signed link of one's own mail says who answers, or the person signed in does");

export const polls: DomainMatrix = {
  doors: {
    "lib/meetings/polls/queries.ts#findPollAsLead": schedule,
    "lib/meetings/polls/waiting/queries.ts#listLedPolls": schedule,
    "lib/meetings/polls/queries.ts#findPollByLink": signedLink,
    "lib/meetings/polls/queries.ts#findOwnPoll": { intention: "reply", subject: "PollInvitation" },
    "lib/meetings/polls/waiting/queries.ts#listOwnPolls": { intention: "reply", subject: "PollInvitation" },
    "lib/meetings/polls/queries.ts#findLinkedInvitation": signedLink,
    "lib/meetings/polls/queries.ts#loadPoll": part,
    "lib/meetings/polls/queries.ts#loadBoardStatutes": part,
    "lib/meetings/polls/queries.ts#lockPoll": schedule,
    "lib/meetings/polls/commands.ts#openPoll": { intention: "schedule", subject: "Commission" },
    "lib/meetings/polls/commands.ts#closePoll": schedule,
    "lib/meetings/polls/commands.ts#abandonPoll": schedule,
    "lib/meetings/polls/commands.ts#extendPoll": schedule,
    "lib/meetings/polls/commands.ts#roomFor": part,
    "lib/meetings/polls/actions.ts#abandonPollAction": schedule,
    "lib/meetings/polls/actions.ts#extendPollAction": schedule,
    "lib/meetings/polls/commands.ts#concludePoll": schedule,
    "lib/meetings/polls/commands.ts#listRooms": part,
    "lib/meetings/polls/answers/commands.ts#answerPoll": signedLink,
    "lib/meetings/polls/asking/commands.ts#remindVoters": schedule,
    "lib/meetings/polls/asking/commands.ts#renewPollLink": schedule,
    "lib/meetings/polls/asking/commands.ts#askSilent": part,
    "lib/meetings/polls/slots/commands.ts#addSlot": schedule,
    "lib/meetings/polls/slots/commands.ts#withdrawSlot": schedule,
    "lib/meetings/polls/slots/commands.ts#askSlotRoom": schedule,
    "lib/meetings/polls/outcome/commands.ts#closeDuePolls": schedule,
    "lib/meetings/polls/outcome/commands.ts#reopenPoll": part,
    "lib/meetings/polls/actions.ts#openPollAction": { intention: "schedule", subject: "Commission" },
    "lib/meetings/polls/actions.ts#answerPollAction": signedLink,
    "lib/meetings/polls/actions.ts#remindVotersAction": schedule,
    "lib/meetings/polls/actions.ts#closePollAction": schedule,
    "lib/meetings/polls/actions.ts#concludePollAction": schedule,
    "lib/meetings/polls/actions.ts#renewPollLinkAction": schedule,
    "lib/meetings/polls/actions.ts#addSlotAction": schedule,
    "lib/meetings/polls/actions.ts#withdrawSlotAction": schedule,
    "lib/meetings/polls/actions.ts#askSlotRoomAction": schedule,
  },
  expected: [
    { intention: "schedule", subject: "Poll", roles: ["president", "lead"] },
    { intention: "reply", subject: "PollInvitation", roles: signedIn },
  ],
};
