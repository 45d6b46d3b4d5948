import { board, type DomainMatrix, everybody, signedIn } from "./words.ts";

const schedule = (subject: "Commission" | "Event" | "Poll") => ({ intention: "schedule" as const, subject });
const administer = { intention: "administer" as const, subject: "SchoolHoliday" as const };
const part = everybody("a part of commands, each of which asked for its own right");
const signedLink = everybody("the signed link of one's own mail says who answers, or the person signed in does");

export const meetings: DomainMatrix = {
  doors: {
    "lib/meetings/queries.ts#listRhythms": everybody("days of the commissions' rhythm only, written into its SQL"),
    "lib/meetings/proposals/queries.ts#proposeDates": schedule("Commission"),
    "lib/meetings/circle/queries.ts#listCircle": part,
    "lib/meetings/circle/queries.ts#listElectors": part,
    "lib/meetings/circle/queries.ts#inOrder": part,
    "lib/meetings/circle/queries.ts#findLedCommission": schedule("Commission"),
    "lib/meetings/calendars/queries.ts#findPersonalAddress": { intention: "read", subject: "PersonalCalendar" },
    "lib/meetings/calendars/queries.ts#findPersonalEntries": everybody("the signed address says whose calendar it is"),
    "lib/meetings/calendars/commands.ts#renewPersonalAddress": { intention: "update", subject: "PersonalCalendar" },
    "lib/meetings/calendars/commands.ts#revokePersonalAddress": { intention: "update", subject: "PersonalCalendar" },
    "lib/meetings/calendars/actions.ts#renewPersonalAddressAction": {
      intention: "update",
      subject: "PersonalCalendar",
    },
    "lib/meetings/calendars/actions.ts#revokePersonalAddressAction": {
      intention: "update",
      subject: "PersonalCalendar",
    },
    "app/api/feeds/calendrier/[token]/ics/route.ts#GET": everybody("the signed address says whose calendar it is"),
    "lib/meetings/holidays/queries.ts#listSchoolHolidays": administer,
    "lib/meetings/holidays/commands.ts#addSchoolHoliday": administer,
    "lib/meetings/holidays/commands.ts#removeSchoolHoliday": administer,
    "lib/meetings/holidays/actions.ts#addSchoolHolidayAction": administer,
    "lib/meetings/holidays/actions.ts#removeSchoolHolidayAction": administer,
    "lib/meetings/schedule/queries.ts#loadCalledMeeting": part,
    "lib/meetings/schedule/queries.ts#findMeeting": schedule("Event"),
    "lib/meetings/schedule/queries.ts#listLedMeetings": schedule("Event"),
    "lib/meetings/schedule/commands.ts#scheduleMeeting": schedule("Commission"),
    "lib/meetings/schedule/commands.ts#createMeeting": part,
    "lib/meetings/schedule/commands.ts#changeMeeting": part,
    "lib/meetings/schedule/queries.ts#lockMeeting": schedule("Event"),
    "lib/meetings/schedule/queries.ts#notYourMeeting": part,
    "lib/meetings/schedule/commands.ts#moveMeeting": schedule("Event"),
    "lib/meetings/schedule/commands.ts#cancelMeeting": schedule("Event"),
    "lib/meetings/schedule/actions.ts#scheduleMeetingAction": schedule("Commission"),
    "lib/meetings/schedule/actions.ts#moveMeetingAction": schedule("Event"),
    "lib/meetings/schedule/actions.ts#cancelMeetingAction": schedule("Event"),
    "lib/meetings/invitations/queries.ts#findInvitationByLink": signedLink,
    "lib/meetings/invitations/queries.ts#listOwnInvitations": { intention: "reply", subject: "MeetingInvitation" },
    "lib/meetings/invitations/commands.ts#replyToMeeting": signedLink,
    "lib/meetings/invitations/commands.ts#sendMeetingReminders": schedule("Event"),
    "lib/meetings/invitations/actions.ts#replyToMeetingAction": signedLink,
  },
  expected: [
    { intention: "schedule", subject: "Commission", roles: ["lead"] },
    { intention: "schedule", subject: "Event", roles: ["president", "lead"] },
    { intention: "administer", subject: "SchoolHoliday", roles: board },
    { intention: "read", subject: "PersonalCalendar", roles: signedIn },
    { intention: "update", subject: "PersonalCalendar", roles: signedIn },
    { intention: "reply", subject: "MeetingInvitation", roles: signedIn },
  ],
};
