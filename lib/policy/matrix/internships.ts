import { type DomainMatrix, everyone, read, withStructure } from "./words.ts";

export const internships: DomainMatrix = {
  doors: {
    "lib/internships/queries.ts#listInternships": read("Internship"),
    "lib/internships/queries.ts#findInternship": read("Internship"),
    "lib/internships/queries.ts#findRenamedInternship": read("Internship"),
  },
  expected: [
    { intention: "read", subject: "Internship", roles: everyone },
    { intention: "publish", subject: "Internship", roles: withStructure },
    { intention: "apply", subject: "Internship", roles: ["student"] },
  ],
};
