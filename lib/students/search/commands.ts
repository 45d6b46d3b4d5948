import "server-only";
import { queueMail } from "#lib/mail/outbox";
import { recordAct } from "#lib/platform/audit";
import { db } from "#lib/platform/db";
import { Refusal } from "#lib/platform/errors";
import { paths } from "#lib/platform/paths";
import { tryAgain } from "#lib/platform/throttle";
import { permitted } from "#lib/policy/ability";
import { type PersonActor, visitor } from "#lib/policy/actor";
import type { InvitationInput } from "./schema.ts";

/** An offer is proposed to some, not to everybody. */
const INVITATIONS = { limit: 20, seconds: 24 * 60 * 60 };

/**
 * Invites a student who agreed to be found to apply to an open offer: one message for an offer, ever.
 *
 * @throws Refusal `forbidden`, `offer_over`, `student_gone`, `too_many_invitations`
 */
export async function inviteStudent(
  actor: PersonActor,
  { internshipId, studentId }: InvitationInput,
  now: Date,
): Promise<void> {
  const [offer, isOpen, student] = await Promise.all([
    db().internship.findFirst({
      where: { AND: [{ id: internshipId }, permitted(actor, "publish", "Internship", now)] },
      select: { slug: true, title: true, structureId: true, structure: { select: { name: true } } },
    }),
    db().internship.count({ where: { AND: [{ id: internshipId }, permitted(visitor, "read", "Internship", now)] } }),
    db().student.findFirst({
      where: { AND: [{ personId: studentId }, permitted(actor, "invite", "Student", now)] },
      select: { person: { select: { id: true, email: true, firstName: true, lastName: true } } },
    }),
  ]);
  if (!offer) throw new Refusal("forbidden", "Cette offre n’est pas celle de votre structure.");
  if (isOpen === 0)
    throw new Refusal("offer_over", "Cette offre n’est pas en ligne\u202f: personne ne peut y candidater.");
  if (!student) throw new Refusal("student_gone", "Cet étudiant ne souhaite plus être trouvé.");
  if (!(await tryAgain(`invite-student:${offer.structureId}`, INVITATIONS, now))) {
    throw new Refusal("too_many_invitations", "Vingt invitations en un jour\u202f: la suite demain.");
  }
  await db().$transaction(async (tx) => {
    const { count } = await tx.studentInvitation.createMany({
      data: [{ internshipId, studentId, invitedById: actor.personId, invitedAt: now }],
      skipDuplicates: true,
    });
    if (count === 0) return;
    const { person } = student;
    await queueMail(tx, {
      kind: "student-invitation",
      to: { address: person.email, name: `${person.firstName} ${person.lastName}`, personId: person.id },
      message: {
        subject: `${offer.structure.name} vous invite à candidater\u202f: ${offer.title}`,
        greeting: `Bonjour ${person.firstName}`,
        blocks: [
          {
            text: `Votre profil convient au stage «\u202f${offer.title}\u202f», et ${offer.structure.name} vous invite à y candidater. L’entreprise n’a ni votre nom, ni votre adresse, ni votre CV\u202f: vous les donnez en candidatant, si vous le voulez.`,
          },
          { action: { label: "Voir l’offre", path: paths.internship(offer.slug) } },
        ],
        why: "Vous recevez ce message parce que votre profil dit que les entreprises du club peuvent vous trouver. Vous pouvez changer d’avis dans votre profil.",
      },
    });
    await recordAct(tx, actor, { action: "invite-student", subject: { kind: "Person", id: studentId } });
  });
}
