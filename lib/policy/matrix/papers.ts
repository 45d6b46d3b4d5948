import { type Demand, type DomainMatrix, read, withStructure } from "./words.ts";

const update: Demand = { intention: "update", subject: "Papers" };

export const papers: DomainMatrix = {
  doors: {
    "lib/papers/queries.ts#findPapers": read("Papers"),
    "lib/papers/commands.ts#savePapers": update,
    "lib/papers/commands.ts#addCertificate": update,
    "lib/papers/commands.ts#removeCertificate": update,
    "lib/papers/commands.ts#remindOfCertificates": { intention: "remind", subject: "Papers" },
    "lib/papers/actions.ts#savePapersAction": update,
    "lib/papers/actions.ts#addCertificateAction": update,
    "lib/papers/actions.ts#removeCertificateAction": update,
    "lib/papers/forms/queries.ts#findDc2Draft": read("Papers"),
    "app/espace/structure/dossier/dc2/route.ts#GET": read("Papers"),
  },
  expected: [
    { intention: "read", subject: "Papers", roles: withStructure },
    { intention: "update", subject: "Papers", roles: withStructure },
    { intention: "remind", subject: "Papers", roles: [] },
  ],
};
