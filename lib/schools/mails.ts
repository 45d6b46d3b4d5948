import type { InternshipLevel } from "#lib/generated/prisma/enums";
import type { OutgoingMail } from "#lib/mail/outbox";
import { dayOfColumn } from "#lib/platform/dates";
import type { Tx } from "#lib/platform/db";
import { absolute, paths } from "#lib/platform/paths";
import { permitted } from "#lib/policy/ability";
import { visitor } from "#lib/policy/actor";
import { fitOf, type Wanted } from "#lib/students/rules";

/** Offers compared with each student, and those that one message shows. */
const COMPARED = 200;
const SHOWN = 3;

/** The columns of a student that the message tells of. */
export const WOKEN = {
  level: true,
  availableFrom: true,
  availableTo: true,
  skills: true,
  commune: { select: { slug: true } },
  person: { select: { id: true, email: true, firstName: true, lastName: true } },
  school: { select: { name: true } },
} as const;

interface WokenStudent {
  level: InternshipLevel | null;
  availableFrom: Date | null;
  availableTo: Date | null;
  skills: string[];
  commune: { slug: string } | null;
  person: { id: string; email: string; firstName: string; lastName: string };
  school: { name: string } | null;
}

type OpenOffer = Wanted & { id: string; slug: string; title: string; house: string };

/** The offers that everybody may apply to today, the first to close first. */
export async function listOpenOffers(tx: Tx, now: Date): Promise<OpenOffer[]> {
  const rows = await tx.internship.findMany({
    relationLoadStrategy: "join",
    where: { AND: [permitted(visitor, "read", "Internship", now), { structure: { status: "active" } }] },
    orderBy: [{ applyBefore: "asc" }, { id: "asc" }],
    take: COMPARED,
    select: {
      id: true,
      slug: true,
      title: true,
      levels: true,
      startsOn: true,
      endsOn: true,
      weeks: true,
      skills: true,
      commune: { select: { slug: true } },
      structure: { select: { name: true } },
    },
  });
  return rows.map(({ startsOn, endsOn, commune, structure, ...offer }) => ({
    ...offer,
    startsOn: dayOfColumn(startsOn),
    endsOn: dayOfColumn(endsOn),
    town: commune?.slug ?? null,
    house: structure.name,
  }));
}

/** To a student without a place: the offers that fit them best, or all of them where none does. */
export function wakeMail({ person, school, ...student }: WokenStudent, offers: OpenOffer[]): OutgoingMail {
  const best = bestFor(student, offers);
  const told = `${school?.name ?? "Votre école"} n’a pas encore de stage noté pour vous.`;
  return {
    kind: "school-wake",
    to: { address: person.email, name: `${person.firstName} ${person.lastName}`, personId: person.id },
    message: {
      subject: "Votre stage\u202f: où en êtes-vous\u202f?",
      greeting: `Bonjour ${person.firstName}`,
      blocks: [
        ...(best.length > 0
          ? [
              {
                text: `${told} Ces offres vont avec votre profil, et chaque entreprise a promis une date de réponse\u202f:`,
              },
              { list: best },
            ]
          : [
              {
                text: `${told} Les offres du club sont près d’ici, et chaque entreprise a promis une date de réponse.`,
              },
            ]),
        { action: { label: "Voir les offres qui me conviennent", path: paths.memberArea } },
        {
          text: `Vous avez trouvé ailleurs\u202f? Dites-le en un clic, et plus aucune relance ne partira\u202f: ${absolute(paths.ownApplications)}#ailleurs`,
        },
      ],
      why: "Vous recevez ce message parce que vous avez accepté que votre école vous suive sur le portail du club. Vous pouvez y mettre fin dans votre profil.",
    },
  };
}

function bestFor(
  { commune, availableFrom, availableTo, ...student }: Omit<WokenStudent, "person" | "school">,
  offers: OpenOffer[],
): string[] {
  const candidate = {
    ...student,
    availableFrom: availableFrom && dayOfColumn(availableFrom),
    availableTo: availableTo && dayOfColumn(availableTo),
    town: commune?.slug ?? null,
  };
  return offers
    .flatMap((offer) => {
      const fit = fitOf(candidate, offer);
      return fit ? [{ offer, ...fit }] : [];
    })
    .sort((a, b) => b.score - a.score)
    .slice(0, SHOWN)
    .map(
      ({ offer, reasons }) =>
        `${offer.title}, chez ${offer.house} (${reasons.join(", ")})\u202f: ${absolute(paths.internship(offer.slug))}`,
    );
}
