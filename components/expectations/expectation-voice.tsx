import { ButtonForm } from "#components/forms/button-form";
import { followExpectationAction, supportExpectationAction, withdrawVoiceAction } from "#lib/expectations/actions";
import type { ExpectationView } from "#lib/expectations/queries";

type Props = { expectation: Pick<ExpectationView, "id" | "isVoiced" | "isFollowed">; mayVoice: boolean };

/** The structure's voice, and one's own ear. */
export function ExpectationVoice({ expectation: { id, isVoiced, isFollowed }, mayVoice }: Props) {
  return (
    <div className="actions">
      {mayVoice && !isVoiced && (
        <ButtonForm
          action={supportExpectationAction}
          id="voix"
          fields={{ id }}
          kind="primary"
          failure="Votre voix n’est pas comptée"
        >
          Joindre notre voix
        </ButtonForm>
      )}
      {mayVoice && isVoiced && (
        <ButtonForm action={withdrawVoiceAction} id="reprise" fields={{ id }} failure="Votre voix n’est pas reprise">
          Reprendre notre voix
        </ButtonForm>
      )}
      <ButtonForm
        action={followExpectationAction}
        id="suivi"
        fields={{ id, isFollowed: isFollowed ? "non" : "oui" }}
        kind="quiet"
      >
        {isFollowed ? "Ne plus suivre" : "Suivre"}
      </ButtonForm>
    </div>
  );
}
