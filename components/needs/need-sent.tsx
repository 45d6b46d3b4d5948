import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { UNCONFIRMED_DAYS } from "#lib/needs/rules";

/** After the form: nothing left yet, and what to do now. */
export function NeedSent() {
  return (
    <>
      <PageHeader
        kicker="Encore un geste"
        title="Ouvrez votre boîte"
        lead="Nous venons de vous écrire. Relisez votre demande et confirmez-la : elle part alors aux adhérents."
      />
      <Section title="Rien n’arrive ?">
        <ul className="prose">
          <li>Attendez deux minutes, puis regardez dans les courriers indésirables.</li>
          <li>Si vous avez déjà envoyé cette même demande, le premier message vaut toujours.</li>
          <li>Sans confirmation, votre demande est effacée au bout de {UNCONFIRMED_DAYS} jours.</li>
        </ul>
      </Section>
    </>
  );
}
