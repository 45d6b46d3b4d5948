import type { Metadata } from "next";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { absolute, paths } from "#lib/platform/paths";

export const metadata: Metadata = {
  title: "Afficher le formulaire sur votre site",
  description:
    "Pour la CCI, les communes et les associations\u202f: le formulaire du club TacTic dans une page de votre site.",
};

export default function NeedFrameHelpPage() {
  const frame = `<iframe src="${absolute(paths.needFrame)}"\n  title="Confier un besoin informatique au club TacTic"\n  width="100%" height="900" style="border:0" loading="lazy"></iframe>`;
  const request = `curl -X POST ${absolute(paths.needMatch)} \\\n  -H "Content-Type: application/json" \\\n  -d '{"text":"le wifi ne passe pas dans l’atelier","city":"Lens"}'`;
  return (
    <>
      <PageHeader
        kicker="Pour la CCI, les communes, les associations"
        title="Le formulaire chez vous"
        lead="Copiez ces lignes dans une page de votre site : vos visiteurs y confient leur besoin sans la quitter."
      />
      <Section title="Dans un cadre" intro="Sans script, sans cookie, sans traceur.">
        <pre className="code-block">
          <code>{frame}</code>
        </pre>
        <p>Le cadre tient sur un téléphone. Augmentez la hauteur si votre colonne est étroite.</p>
      </Section>
      <Section title="Par l’API" intro="Pour composer votre propre page.">
        <pre className="code-block">
          <code>{request}</code>
        </pre>
        <p>
          La réponse donne la commission, les adhérents indiqués et pourquoi. Rien n’est conservé.{" "}
          <a href="/api/v1/openapi.json">Description complète (OpenAPI)</a>
        </p>
      </Section>
    </>
  );
}
