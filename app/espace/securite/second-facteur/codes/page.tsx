import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Button } from "#components/ui/button";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { codesKeptAction } from "#lib/people/second-factor/actions";
import { readCodes } from "#lib/people/second-factor/codes-cookie";
import { paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";

export const metadata: Metadata = { title: "Codes de secours" };

export default async function RecoveryCodesPage() {
  const codes = await readCodes(await requireActor());
  if (!codes) redirect(paths.secondFactor);
  return (
    <>
      <PageHeader
        kicker="Second facteur"
        title="Vos codes de secours"
        lead="Chacun remplace une fois votre téléphone. Ils ne sont montrés qu’ici, pendant dix minutes : nous n’en gardons pas de copie."
      />
      <Section
        title="À ranger maintenant"
        intro="Dans votre gestionnaire de mots de passe, ou imprimés, loin du téléphone."
      >
        <ul className="recovery-codes" aria-label="Codes de secours">
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ul>
        <form action={codesKeptAction}>
          <Button>J’ai rangé mes codes</Button>
        </form>
      </Section>
    </>
  );
}
