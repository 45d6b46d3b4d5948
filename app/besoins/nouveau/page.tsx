import type { Metadata } from "next";
import { NeedForm } from "#components/needs/need-form";
import { NeedPromise } from "#components/needs/need-promise";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { countNeeds } from "#lib/needs/figures/queries";
import { requestTime } from "#lib/platform/clock";
import { openedToken } from "#lib/platform/human-form";
import { absolute, paths } from "#lib/platform/paths";

export const metadata: Metadata = {
  title: "Confier un besoin",
  description:
    "Dites votre problème avec vos mots\u202f: deux à quatre adhérents de l’Artois vous répondent, gratuitement.",
  alternates: { canonical: absolute(paths.newNeed) },
};

export default async function NewNeedPage() {
  const now = requestTime();
  const figures = await countNeeds(now);
  return (
    <>
      <PageHeader
        kicker="Pour les entreprises, les communes, les associations"
        title={"Un problème informatique\u202f?"}
        lead="Dites-le avec vos mots. Vous saurez tout de suite qui, près de chez vous, peut le résoudre ; ils vous répondent sous trois jours ouvrés."
      />
      <Section title="Votre besoin" intro="Sans compte, gratuit, et rien ne part sans votre confirmation.">
        <NeedForm opened={openedToken(now)} privacyHref={paths.privacy} />
      </Section>
      <Section title="Ce que nous promettons">
        <NeedPromise figures={figures} />
      </Section>
    </>
  );
}
