import "server-only";
import { recordAct } from "#lib/platform/audit";
import { columnOfDay } from "#lib/platform/dates";
import { db } from "#lib/platform/db";
import { Refusal } from "#lib/platform/errors";
import type { PersonActor } from "#lib/policy/actor";
import { wrongPeriod } from "../rules.ts";
import { findAgreement } from "./queries.ts";
import type { AgreementInput } from "./schema.ts";

/**
 * Writes down what is settled of an agreement. Harmless twice.
 *
 * @throws Refusal `forbidden`; `law` on `endsOn` for a period that the internship cannot have
 */
export async function saveAgreement(actor: PersonActor, input: AgreementInput, now: Date): Promise<void> {
  const { applicationId, startsOn, endsOn, ...facts } = input;
  const agreement = await findAgreement(actor, applicationId, now);
  if (!agreement) throw new Refusal("forbidden", "Ce stage n’est pas celui d’un étudiant de votre école.");
  const wrong = wrongPeriod({ startsOn, endsOn }, agreement);
  if (wrong) throw new Refusal("law", wrong, "endsOn");
  const data = { ...facts, startsOn: columnOfDay(startsOn), endsOn: columnOfDay(endsOn) };
  await db().$transaction(async (tx) => {
    await tx.internshipAgreement.upsert({
      where: { applicationId },
      create: { applicationId, ...data },
      update: data,
      select: { applicationId: true },
    });
    await recordAct(tx, actor, {
      action: "save-agreement",
      subject: { kind: "InternshipApplication", id: applicationId },
    });
  });
}
