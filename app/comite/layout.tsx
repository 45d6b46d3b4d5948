import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import type { ReactNode } from "react";
import { Area } from "#components/layout/area";
import { requestTime } from "#lib/platform/clock";
import { paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import { can } from "#lib/policy/ability";
import { boardSections } from "./sections.ts";

export const metadata: Metadata = { robots: { index: false } };

export default async function BoardLayout({ children }: { children: ReactNode }) {
  const actor = await requireActor();
  if (actor.owesSecondFactor) redirect(paths.secondFactor);
  if (!can(actor, "oversee", "Club", requestTime())) notFound();
  return (
    <Area title="Comité directeur" sections={boardSections(actor)}>
      {children}
    </Area>
  );
}
