import { board, type DomainMatrix, everybody, everyone, signedIn } from "./words.ts";

const handOver = { intention: "handOver", subject: "Mandate" } as const;
const appoint = { intention: "appoint", subject: "Mandate" } as const;
const inner = everybody("a part of commands that have let the person in already");

export const mandates: DomainMatrix = {
  doors: {
    "lib/mandates/queries.ts#listMandates": appoint,
    "lib/mandates/queries.ts#listPastMandates": appoint,
    "lib/mandates/queries.ts#findMandate": appoint,
    "lib/mandates/queries.ts#listCandidates": appoint,
    "lib/mandates/queries.ts#findCandidate": appoint,
    "lib/mandates/queries.ts#listBoard": everybody("who sits on the board today, which the club tells everybody"),
    "lib/mandates/file/queries.ts#findMandateFile": handOver,
    "lib/mandates/file/queries.ts#findHandoverPdf": handOver,
    "lib/mandates/file/queries.ts#listComingMandates": handOver,
    "app/espace/commissions/[slug]/mandat/pdf/route.ts#GET": handOver,
    "lib/mandates/commands.ts#appointPerson": appoint,
    "lib/mandates/commands.ts#appointFirstPresident": appoint,
    "lib/mandates/reminders/commands.ts#remindOfEnds": { intention: "remind", subject: "Mandate" },
    "lib/mandates/commands.ts#endMandate": appoint,
    "lib/mandates/commands.ts#lockMandateEnds": inner,
    "lib/mandates/commands.ts#keepABoard": inner,
    "lib/mandates/commands.ts#renewMandate": appoint,
    "lib/mandates/commands.ts#withdrawAppointment": appoint,
    "lib/mandates/actions.ts#appointPersonAction": appoint,
    "lib/mandates/actions.ts#endMandateAction": appoint,
    "lib/mandates/actions.ts#renewMandateAction": appoint,
    "lib/mandates/actions.ts#withdrawAppointmentAction": appoint,
  },
  expected: [
    { intention: "read", subject: "Mandate", roles: everyone },
    { intention: "appoint", subject: "Mandate", roles: board },
    { intention: "remind", subject: "Mandate", roles: [] },
    // Their own, if they have one.
    { intention: "handOver", subject: "Mandate", roles: signedIn },
  ],
};
