import "server-only";
import type { Prisma } from "#lib/generated/prisma/client";
import type { Actor, PersonActor } from "#lib/policy/actor";
import type { Tx } from "./db.ts";

export interface AuditedAct {
  /** Verb and noun: "appoint-lead", "decide-application". */
  action: string;
  subject: { kind: string; id?: string };
  /**
   * Ids, states, amounts: nothing here can ever be taken back, not even when a person is erased. So
   * never a name, an address or somebody's own words (they stand in the row that `subject` names, which
   * can be erased), never a secret or a password. What was promised secret or anonymous (a ballot, an
   * anonymous expectation) is recorded as having happened, without its content, and by the system
   * rather than by whoever did it.
   */
  detail?: Prisma.InputJsonObject;
}

/** Whoever acts: somebody signed in, or who has just proved who they are and whose session begins with this act. */
type Doer = Actor | Pick<PersonActor, "kind" | "personId">;

/** Adds who did what to the audit log, in the transaction of the act. Nobody can change it afterwards. */
export async function recordAct(tx: Tx, actor: Doer, { action, subject, detail = {} }: AuditedAct): Promise<void> {
  await tx.auditEntry.create({
    data: {
      action,
      subjectKind: subject.kind,
      subjectId: subject.id ?? null,
      personId: actor.kind === "person" ? actor.personId : null,
      detail,
    },
    select: { id: true },
  });
}
