import type { Metadata } from "next";
import type { ReactNode } from "react";
import { Area } from "#components/layout/area";
import { requireActor } from "#lib/platform/session";
import { memberSections } from "./sections.ts";

export const metadata: Metadata = { robots: { index: false } };

export default async function MemberAreaLayout({ children }: { children: ReactNode }) {
  const actor = await requireActor();
  return (
    <Area
      title="Espace membre"
      sections={memberSections(actor)}
      identity={actor.actingFor && <p className="area-identity">au nom de {actor.actingFor.name}</p>}
    >
      {children}
    </Area>
  );
}
