import { Section } from "#components/ui/section";
import { paths } from "#lib/platform/paths";

type Props = { structure: { slug: string; name: string } };

/** The way from an offer to its structure. */
export function HowToApply({ structure }: Props) {
  return (
    <Section title="Candidater" id="candidater">
      <p className="measure">
        Écrivez à <a href={paths.member(structure.slug)}>{structure.name}</a> : ses coordonnées sont sur sa page. Dites
        votre diplôme, vos dates et ce qui vous attire dans ces missions, et joignez votre CV.
      </p>
    </Section>
  );
}
