import { randomInt, randomUUID } from "node:crypto";
import { submitApplication } from "#lib/membership/applications/commands";
import { followToken } from "#lib/membership/applications/links/rules";
import { applicationInput } from "#lib/membership/applications/schema";
import { db } from "#lib/platform/db";
import { openedToken } from "#lib/platform/human-form";
import { isSiret } from "#lib/structures/rules";

/** What the form sends, right in everything; `over` puts something else in its place. */
export function applicationForm(over: Record<string, unknown> = {}) {
  const name = `Essai ${randomUUID().slice(0, 8)}`;
  const domain = `${randomUUID()}.example`;
  return {
    legalName: name,
    kind: "service",
    address: "12 rue de la Gare",
    postalCode: "62300",
    city: "Lens",
    website: `www.${domain}`,
    phone: "+33 3 53 01 00 00",
    people: [
      { firstName: "Ada", lastName: "Delcroix", email: `ada@${domain}`, function: "Gérante" },
      { firstName: "Bruno", lastName: "Saint", email: `bruno@${domain}`, function: "Technicien" },
    ],
    skills: ["sauvegarde-et-restauration", "wi-fi-professionnel"],
    ownSkills: "Cobol, Soudure",
    commissions: ["infrastructures-reseaux", "gestion"],
    description: "Nous réparons des postes.",
    motivation: "Rencontrer nos voisins.",
    consent: "on",
    opened: openedToken(new Date(Date.now() - 60_000)),
    ...over,
  };
}

/** Sends the form from a visitor's own address, and gives the application it made. */
export async function apply(over: Record<string, unknown> = {}, now = new Date()) {
  const input = applicationInput.parse(applicationForm(over));
  await submitApplication(input, { now, address: randomUUID() });
  const found = await db().membershipApplication.findFirstOrThrow({
    where: { legalName: input.legalName },
    orderBy: { submittedAt: "desc" },
    select: { id: true, number: true, legalName: true },
  });
  return { ...found, token: followToken(found.id), referent: input.people[0]?.email ?? "", input };
}

/** A SIRET with a right key that nobody has. */
export function someSiret(): string {
  const begin = String(randomInt(10 ** 12, 10 ** 13));
  return Array.from({ length: 10 }, (_, last) => `${begin}${last}`).find(isSiret) ?? "";
}
