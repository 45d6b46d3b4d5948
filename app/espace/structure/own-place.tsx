import { ButtonForm } from "#components/forms/button-form";
import { IntroduceForm } from "#components/people/introduce-form";
import { Reveal } from "#components/ui/reveal";
import { Section } from "#components/ui/section";
import { leaveStructureAction } from "#lib/people/affiliations/actions";
import type { ColleagueView } from "#lib/people/affiliations/queries";
import { of } from "#lib/platform/french";
import type { OwnStructure } from "#lib/policy/actor";

/** One's own place: how one is named, and the way out. */
export function OwnPlace({ place, structure }: { place: ColleagueView | undefined; structure: OwnStructure }) {
  if (!place) return null;
  return (
    <>
      <Section title="Votre place" id="votre-place" intro={`Comment vous paraissez au nom ${of(structure.name)}.`}>
        <IntroduceForm
          structureId={structure.id}
          visibility={place.visibility}
          {...(place.position ? { position: place.position } : {})}
        />
      </Section>
      <Section title="Quitter la structure" id="quitter">
        <p className="mb-4">
          Vos droits pour {structure.name} s’arrêtent aussitôt. Votre compte et votre historique restent. Le dernier
          référent passe d’abord le relais.
        </p>
        <Reveal label={`Quitter ${structure.name}…`}>
          <ButtonForm
            action={leaveStructureAction}
            id="quitter-la-structure"
            fields={{ structureId: structure.id }}
            failure="Vous n’avez pas quitté la structure"
          >
            Quitter définitivement {structure.name}
          </ButtonForm>
        </Reveal>
      </Section>
    </>
  );
}
