import "server-only";
import { recordAct } from "#lib/platform/audit";
import { db } from "#lib/platform/db";
import { authorize } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";
import type { AssemblyRulesInput } from "./schema.ts";

/** Sets what the statutes ask of a kind of assembly. What is convened already keeps the rules of its day. */
export async function changeAssemblyRules(actor: Actor, input: AssemblyRulesInput, now: Date): Promise<void> {
  authorize(actor, "update", "AssemblyRules", now);
  const { kind, ...rules } = input;
  await db().$transaction(async (tx) => {
    await tx.assemblyRules.update({ where: { kind }, data: rules, select: { kind: true } });
    await recordAct(tx, actor, { action: "change-assembly-rules", subject: { kind: "AssemblyRules" }, detail: input });
  });
}
