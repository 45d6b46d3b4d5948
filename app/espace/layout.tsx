import type { Metadata } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { Area } from "#components/layout/area";
import { ActingForForm } from "#components/people/acting-for-form";
import { paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import type { PersonActor } from "#lib/policy/actor";
import { memberSections } from "./sections.ts";

export const metadata: Metadata = { robots: { index: false } };

export default async function MemberAreaLayout({ children }: { children: ReactNode }) {
  const actor = await requireActor();
  return (
    <Area title="Espace membre" sections={memberSections(actor)} identity={await identityOf(actor)}>
      {children}
    </Area>
  );
}

/** In whose name one acts: said when there is one structure, chosen when there are several. */
async function identityOf({ actingFor, structures }: PersonActor) {
  if (!actingFor) return null;
  if (structures.length === 1) return <p className="area-identity">au nom de {actingFor.name}</p>;
  const here = (await headers()).get("x-portal-path") ?? paths.memberArea;
  return (
    <ActingForForm structures={structures.map(({ id, name }) => ({ id, name }))} current={actingFor.id} next={here} />
  );
}
