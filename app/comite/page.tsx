import type { Metadata } from "next";
import { PageHeader } from "#components/ui/page-header";
import { requireActor } from "#lib/platform/session";

export const metadata: Metadata = { title: "Comité directeur" };

export default async function BoardPage() {
  const actor = await requireActor();
  return <PageHeader kicker="Comité directeur" title="Le bureau du club" lead={`Bonjour ${actor.name}.`} />;
}
