import "server-only";
import { randomBytes } from "node:crypto";
import { db } from "#lib/platform/db";
import { Refusal } from "#lib/platform/errors";
import { authorize } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";
import { hashPassword } from "../passwords.ts";
import { signInInput } from "../schema.ts";

/**
 * Gives the administration of the portal to the person at this address, made on the spot if unknown:
 * `password` is then the only copy of a first password. Harmless twice (`isNew` is false).
 *
 * @throws Refusal `forbidden`, `wrong_email`
 */
export async function createAdministrator(
  actor: Actor,
  address: string,
  now: Date,
): Promise<{ password: string | null; isNew: boolean }> {
  authorize(actor, "administer", "Person", now);
  const email = signInInput.shape.email.safeParse(address);
  if (!email.success) throw new Refusal("wrong_email", `${address} n’est pas une adresse e-mail`, "email");
  const password = randomBytes(12).toString("base64url");
  const passwordHash = await hashPassword(password);
  return await db().$transaction(async (tx) => {
    const known = await tx.person.findUnique({
      where: { email: email.data },
      select: { id: true, administrator: { select: { personId: true } } },
    });
    if (known?.administrator) return { password: null, isNew: false };
    const name = { firstName: "Administration", lastName: email.data.split("@")[0] ?? "portail" };
    const person =
      known ?? (await tx.person.create({ data: { email: email.data, ...name, passwordHash }, select: { id: true } }));
    await tx.administrator.create({ data: { personId: person.id } });
    await tx.auditEntry.create({ data: { action: "create-admin", subjectKind: "Person", subjectId: person.id } });
    return { password: known ? null : password, isNew: true };
  });
}
