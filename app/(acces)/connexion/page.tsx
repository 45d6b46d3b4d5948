import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { SignInForm } from "#components/people/sign-in-form";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { safeNext } from "#lib/platform/paths";
import { currentActor } from "#lib/platform/session";

export const metadata: Metadata = { title: "Connexion", robots: { index: false } };

export default async function SignInPage({ searchParams }: PageProps<"/connexion">) {
  const { suite } = await searchParams;
  const next = safeNext(typeof suite === "string" ? suite : undefined);
  if ((await currentActor()).kind === "person") redirect(next);
  return (
    <>
      <PageHeader
        kicker="Espace membre"
        title="Connexion"
        lead="Pour les adhérents du club, les responsables de commission, les étudiants et les écoles."
      />
      <Section
        title="Vos identifiants"
        intro="La connexion dure trente jours sur cet appareil, ou jusqu’à ce que vous vous déconnectiez."
      >
        <SignInForm next={next} />
      </Section>
    </>
  );
}
