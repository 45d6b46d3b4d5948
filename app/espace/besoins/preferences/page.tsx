import type { Metadata } from "next";
import { PreferencesForm } from "#components/needs/preferences-form";
import { EmptyState } from "#components/ui/empty-state";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { findPreferences } from "#lib/needs/preferences/queries";
import { readParameter } from "#lib/platform/address";
import { requestTime } from "#lib/platform/clock";
import { requireActor } from "#lib/platform/session";

export const metadata: Metadata = { title: "Les besoins que je reçois" };

export default async function NeedPreferencesPage({ searchParams }: PageProps<"/espace/besoins/preferences">) {
  const preferences = await findPreferences(await requireActor(), requestTime());
  return (
    <>
      <PageHeader
        kicker="Espace membre"
        title="Les besoins que je reçois"
        lead="Ce que vous choisissez ici vaut pour toute votre structure, aussitôt."
      />
      <Section title={preferences?.name ?? "Votre structure"}>
        {readParameter(await searchParams, "fait") === "oui" && (
          <Notice kind="success" isLive>
            <p>Vos choix sont enregistrés.</p>
          </Notice>
        )}
        {preferences ? (
          <PreferencesForm preferences={preferences} />
        ) : (
          <EmptyState title="Votre compte n’agit pour aucune structure" />
        )}
      </Section>
    </>
  );
}
