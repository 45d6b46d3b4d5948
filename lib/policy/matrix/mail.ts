import { board, type DomainMatrix, everybody, read } from "./words.ts";

const demonstration = everybody("kept messages of a demonstration only, written into its query");

export const mail: DomainMatrix = {
  doors: {
    "lib/mail/queries.ts#listKeptMail": demonstration,
    "lib/mail/queries.ts#findKeptMail": demonstration,
    "lib/mail/queries.ts#listMail": read("Mail"),
    "lib/mail/commands.ts#resendMail": { intention: "resend", subject: "Mail" },
    "lib/mail/actions.ts#resendMailAction": { intention: "resend", subject: "Mail" },
    "app/boite-d-envoi/[id]/html/route.ts#GET": demonstration,
  },
  expected: [
    { intention: "read", subject: "Mail", roles: [...board, "admin"] },
    { intention: "resend", subject: "Mail", roles: [...board, "admin"] },
  ],
};
