import type { AffiliationRole } from "#lib/generated/prisma/enums";
import { hashPassword } from "#lib/people/passwords";
import { addDays, columnOfDay, type Day } from "#lib/platform/dates";
import type { Tx } from "#lib/platform/db";
import { fold } from "#lib/platform/slug";
import { ACCOUNTS, type CastKey, DEMONSTRATION_PASSWORD } from "../cast.ts";
import { drawn, idOf } from "./identity.ts";
import { INVENTED } from "./structures.ts";

/** Where each of the cast belongs: the index of an invented structure by kind, so that the texts can change. */
const HOMES: Partial<Record<CastKey, { kind: string; nth: number; position: string; role: AffiliationRole }>> = {
  president: { kind: "editor", nth: 1, position: "Directrice", role: "primary_contact" },
  treasurer: { kind: "service", nth: 2, position: "Gérant", role: "primary_contact" },
  lead: { kind: "reseller", nth: 0, position: "Responsable technique", role: "colleague" },
  formerLead: { kind: "agency", nth: 2, position: "Chef de projet", role: "colleague" },
  member: { kind: "service", nth: 0, position: "Gérante", role: "primary_contact" },
  colleague: { kind: "service", nth: 0, position: "Technicien", role: "colleague" },
  rival: { kind: "service", nth: 1, position: "Gérante", role: "primary_contact" },
  school: { kind: "school", nth: 0, position: "Responsable des stages", role: "primary_contact" },
};

export const personId = (email: string) => idOf("person", email);

/** Loads the cast with its accounts, one référent for each invented structure, and the mandates. */
export async function loadPeople(tx: Tx, today: Day): Promise<void> {
  const passwordHash = await hashPassword(DEMONSTRATION_PASSWORD);
  const referents = INVENTED.map((structure) => ({
    ...structure.contact,
    structure: structure.name,
    email: emailOf(structure),
  }));
  await tx.person.createMany({
    data: [
      ...ACCOUNTS.map(({ email, firstName, lastName }) => ({
        id: personId(email),
        email,
        firstName,
        lastName,
        passwordHash,
        isFictional: true,
      })),
      // Anybody may try the portal as the référent of any invented structure.
      ...referents.map(({ email, firstName, lastName }) => ({
        id: personId(email),
        email,
        firstName,
        lastName,
        passwordHash,
        isFictional: true,
      })),
    ],
  });
  const since = columnOfDay(addDays(today, -300));
  const cast = ACCOUNTS.flatMap(({ key, email }) => {
    const home = HOMES[key];
    return home ? [{ ...home, email, structure: structureOf(home) }] : [];
  });
  // Where one of the cast is the référent, the person named by the structure is a colleague.
  const taken = new Set(cast.filter(({ role }) => role === "primary_contact").map(({ structure }) => structure));
  await tx.affiliation.createMany({
    data: [
      ...referents.map(({ email, structure, position }) =>
        affiliation(email, structure, taken.has(structure) ? "colleague" : "primary_contact", position, since),
      ),
      ...cast.map(({ email, structure, role, position }) => affiliation(email, structure, role, position, since)),
    ],
  });
  await tx.administrator.create({ data: { personId: personId("admin@demo.example") } });
  await loadMandates(tx, today);
}

const VISIBILITIES = ["members", "public", "members", "hidden"] as const;

function affiliation(email: string, structure: string, role: AffiliationRole, position: string, startsOn: Date) {
  return {
    id: idOf("affiliation", `${email} ${structure}`),
    personId: personId(email),
    structureId: idOf("structure", structure),
    role,
    position,
    // Most prefer to be named among members; some in public, some not at all.
    visibility: VISIBILITIES[drawn(email, VISIBILITIES.length)] ?? ("hidden" as const),
    startsOn,
  };
}

function structureOf({ kind, nth }: { kind: string; nth: number }): string {
  const found = INVENTED.filter((structure) => structure.kind === kind && (structure.status ?? "active") === "active")[
    nth
  ];
  if (!found) throw new Error(`no active ${kind} number ${nth}`);
  return found.name;
}

function emailOf({ name, contact }: { name: string; contact: { firstName: string; lastName: string } }): string {
  const part = (text: string) =>
    fold(text)
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-|-$/g, "");
  return `${part(contact.firstName)}.${part(contact.lastName)}@${part(name)}.example`;
}

/** One lead per commission today; the one of `gestion` took over from a mandate that ended. */
async function loadMandates(tx: Tx, today: Day): Promise<void> {
  const commissions = new Map(
    (await tx.commission.findMany({ select: { id: true, slug: true } })).map(({ id, slug }) => [slug, id]),
  );
  const leadOf = (slug: string) => {
    const found = INVENTED.find(
      (structure) =>
        structure.commissions[0] === slug &&
        (structure.status ?? "active") === "active" &&
        structure.kind !== "reseller",
    );
    if (!found) throw new Error(`nobody can lead ${slug}`);
    return emailOf(found);
  };
  const mandate = (
    email: string,
    held: "lead" | "deputy" | "president" | "treasurer" | "secretary" | "board_member",
    from: number,
    to: number | null,
    slug?: string,
  ) => ({
    id: idOf("mandate", `${email} ${held} ${from}`),
    personId: personId(email),
    function: held,
    commissionId: slug ? (commissions.get(slug) ?? null) : null,
    startsOn: columnOfDay(addDays(today, from)),
    endsOn: to === null ? null : columnOfDay(addDays(today, to)),
  });
  await tx.mandate.createMany({
    data: [
      mandate("presidence@demo.example", "president", -280, null),
      mandate("tresorerie@demo.example", "treasurer", -280, null),
      mandate(leadOf("communication-internet"), "secretary", -280, null),
      mandate(leadOf("education"), "board_member", -280, null),
      mandate("responsable@demo.example", "lead", -260, 470, "infrastructures-reseaux"),
      mandate(leadOf("infrastructures-reseaux"), "deputy", -200, 45, "infrastructures-reseaux"),
      mandate("ancien-responsable@demo.example", "lead", -280, -60, "gestion"),
      ...["gestion", "developpement", "communication-internet", "education"].map((slug) =>
        mandate(leadOf(slug), "lead", slug === "gestion" ? -59 : -250, 480, slug),
      ),
    ],
  });
}
