import "server-only";
import { queueMail } from "#lib/mail/outbox";
import { recordAct } from "#lib/platform/audit";
import { dayOf } from "#lib/platform/dates";
import { db, type Tx } from "#lib/platform/db";
import { Refusal } from "#lib/platform/errors";
import { inForceOn } from "#lib/platform/in-force";
import { paths } from "#lib/platform/paths";
import { authorize } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";
import { STATUS_LABELS } from "../labels.ts";
import type { SettleInput } from "./schema.ts";

/**
 * The board notes that a structure has left, was removed, or is a member again, and tells its people
 * why. Its people keep their accounts; their rights follow the structure at the next request. Gives its slug.
 *
 * @throws Refusal `forbidden`, `unknown_structure`, `status_unchanged`, `still_applicant`
 */
export async function settleMembership(actor: Actor, { id, status, reason }: SettleInput, now: Date): Promise<string> {
  authorize(actor, "oversee", "Structure", now);
  return await db().$transaction(async (tx) => {
    // The row is held until the end: a second decision waits, and finds the first.
    const [locked] = await tx.$queryRaw<{ name: string; slug: string; status: string }[]>`
      SELECT name, slug, status::text FROM structure WHERE id = ${id}::uuid FOR UPDATE`;
    if (!locked) throw new Refusal("unknown_structure", "Cette structure n’existe plus.");
    if (locked.status === status) {
      throw new Refusal(
        "status_unchanged",
        `Cette structure est déjà «\u202f${STATUS_LABELS[status]}\u202f».`,
        "status",
      );
    }
    if (locked.status === "applicant") {
      throw new Refusal("still_applicant", "Cette candidature attend une décision\u202f: ouvrez-la.", "status");
    }
    await tx.structure.update({ where: { id }, data: { status }, select: { id: true } });
    await tellPeople(tx, { id, name: locked.name, status, reason }, now);
    await recordAct(tx, actor, {
      action: "settle-membership",
      subject: { kind: "Structure", id },
      detail: { from: locked.status, to: status, reason },
    });
    return locked.slug;
  });
}

const SAYINGS: Record<SettleInput["status"], string> = {
  active: "est de nouveau adhérente du club. Sa fiche reparaît dans l’annuaire.",
  resigned:
    "n’est plus adhérente du club\u202f: sa démission est enregistrée. Sa fiche ne paraît plus dans l’annuaire.",
  removed:
    "n’est plus adhérente du club\u202f: le comité directeur a prononcé sa radiation. Sa fiche ne paraît plus dans l’annuaire.",
};

async function tellPeople(
  tx: Tx,
  { id, name, status, reason }: SettleInput & { name: string },
  now: Date,
): Promise<void> {
  const people = await tx.affiliation.findMany({
    where: { AND: [{ structureId: id }, inForceOn(dayOf(now))] },
    take: 200,
    select: { person: { select: { id: true, email: true, firstName: true, lastName: true } } },
  });
  await queueMail(
    tx,
    ...people.map(({ person }) => ({
      kind: "membership-settled",
      to: { address: person.email, name: `${person.firstName} ${person.lastName}`, personId: person.id },
      message: {
        subject: status === "active" ? `${name} est de nouveau adhérente` : `${name} n’est plus adhérente`,
        greeting: `Bonjour ${person.firstName}`,
        blocks: [
          { text: `${name} ${SAYINGS[status]}` },
          { text: "Ce que le comité directeur en dit\u202f:" },
          { quote: reason },
          { action: { label: "Ouvrir votre espace", path: paths.memberArea } },
        ],
        why: `Vous recevez ce message parce que vous êtes de la structure ${name}.`,
      },
      about: { kind: "Structure", id },
    })),
  );
}
