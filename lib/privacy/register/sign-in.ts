import { dayOfColumn } from "#lib/platform/dates";
import type { Tx } from "#lib/platform/db";
import { type Holder, MOST, type PersonalData } from "./words.ts";

/** How somebody comes in: sessions, links, second factor, tries. */
export const signIn: PersonalData[] = [
  {
    covers: ["session.personId"],
    name: "sessions",
    title: "Vos connexions ouvertes",
    labels: { createdAt: "Ouverte le", expiresAt: "Jusqu’au", userAgent: "Navigateur" },
    read: (tx, { id }) =>
      tx.session.findMany({
        where: { personId: id },
        orderBy: { createdAt: "asc" },
        take: MOST,
        select: { createdAt: true, expiresAt: true, userAgent: true },
      }),
    erase: (tx, { id }) => tx.session.deleteMany({ where: { personId: id } }),
    kept: null,
  },
  {
    covers: ["sign_in_link.personId"],
    name: "signInLinks",
    title: "Liens de connexion demandés",
    labels: { createdAt: "Demandé le", expiresAt: "Valable jusqu’au", usedAt: "Utilisé le" },
    read: (tx, { id }) =>
      tx.signInLink.findMany({
        where: { personId: id },
        orderBy: { createdAt: "asc" },
        take: MOST,
        select: { createdAt: true, expiresAt: true, usedAt: true },
      }),
    erase: (tx, { id }) => tx.signInLink.deleteMany({ where: { personId: id } }),
    kept: null,
  },
  {
    covers: ["second_factor.personId"],
    name: "secondFactor",
    title: "Votre second facteur",
    labels: { createdAt: "Mis en place le", confirmedAt: "Confirmé le" },
    // The shared secret is not for a file that may lie about.
    read: (tx, { id }) =>
      tx.secondFactor.findMany({ where: { personId: id }, select: { createdAt: true, confirmedAt: true } }),
    erase: (tx, { id }) => tx.secondFactor.deleteMany({ where: { personId: id } }),
    kept: null,
  },
  {
    covers: ["last_sign_in.personId"],
    name: "lastSignIn",
    title: "Votre dernière connexion",
    labels: { day: "Jour", warnedOn: "Fin annoncée le" },
    read: async (tx, { id }) => {
      const rows = await tx.lastSignIn.findMany({ where: { personId: id }, select: { day: true, warnedOn: true } });
      return rows.map(({ day, warnedOn }) => ({ day: dayOfColumn(day), warnedOn: warnedOn && dayOfColumn(warnedOn) }));
    },
    erase: (tx, { id }) => tx.lastSignIn.deleteMany({ where: { personId: id } }),
    kept: null,
  },
  {
    covers: ["throttle.key"],
    name: "attempts",
    title: "Essais de connexion comptés",
    labels: { count: "Essais", resetsAt: "Oubliés le" },
    read: async (tx, holder) =>
      tx.throttle.findMany({
        where: { key: { in: await keysNaming(tx, holder) } },
        take: MOST,
        select: { count: true, resetsAt: true },
      }),
    erase: async (tx, holder) => tx.throttle.deleteMany({ where: { key: { in: await keysNaming(tx, holder) } } }),
    kept: null,
  },
];

/** A key's words stand apart by spaces and colons: "sign-in ada@x.example 900". Of another's longer address it is no part. */
async function keysNaming(tx: Tx, { id, email }: Holder): Promise<string[]> {
  const rows = await tx.$queryRaw<{ key: string }[]>`
    SELECT key FROM throttle WHERE string_to_array(translate(key, ':', ' '), ' ') && ${[email, id]}::text[]`;
  return rows.map(({ key }) => key);
}
