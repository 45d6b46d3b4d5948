import { ButtonForm } from "#components/forms/button-form";
import { Reveal } from "#components/ui/reveal";
import type { AssemblyView, ResolutionView } from "#lib/assemblies/queries";
import { closeVoteAction, openVoteAction, withdrawResolutionAction } from "#lib/assemblies/resolutions/actions";
import { count } from "#lib/platform/french";
import { CandidatesForm } from "./candidates-form.tsx";
import { HandsForm } from "./hands-form.tsx";
import { ResolutionCard } from "./resolution-card.tsx";

type Props = { assembly: AssemblyView; resolution: ResolutionView };

/** Something put to the vote, with what the chair may do about it now. */
export function ChairResolution({ assembly, resolution }: Props) {
  const { slug, state: session, resolutions } = assembly;
  const { id, state, kind, isSecret, seats, choices, title } = resolution;
  const fields = { resolutionId: id, slug };
  const about = <span className="sr-only"> : {title}</span>;
  const isBusy = resolutions.some((one) => one.state === "open");
  const left = leftOf({ assembly, resolution });
  return (
    <ResolutionCard resolution={resolution}>
      <div className="intentions">
        {session === "open" && state === "planned" && !isBusy && (
          <ButtonForm
            action={openVoteAction}
            id={`ouvrir-${id}`}
            fields={fields}
            failure="Le vote n’est pas ouvert"
            kind="primary"
          >
            Ouvrir le vote{about}
          </ButtonForm>
        )}
        {state === "open" && (
          <ButtonForm
            action={closeVoteAction}
            id={`fermer-${id}`}
            fields={fields}
            failure="Le vote n’est pas fermé"
            kind="primary"
          >
            Fermer le vote{about}
          </ButtonForm>
        )}
      </div>
      {state === "open" && <p>{turnout({ assembly, resolution })}</p>}
      {state === "open" && !isSecret && left.length > 0 && (kind === "decision" || seats === 1) && (
        <Reveal label="Noter un vote à main levée">
          <HandsForm
            resolutionId={id}
            slug={slug}
            voters={left.map((voter) => ({ id: voter.id, name: voter.name }))}
            choices={choices.map((choice) => ({ id: choice.id, label: choice.label }))}
          />
        </Reveal>
      )}
      {state === "planned" && kind === "election" && (
        <Reveal label="Changer les candidats">
          <CandidatesForm
            resolutionId={id}
            slug={slug}
            candidates={choices.filter(({ stance }) => stance === "candidate").map(({ label }) => label)}
          />
        </Reveal>
      )}
      {state !== "settled" && (session === "convened" || session === "open") && (
        <Reveal label="Retirer du vote">
          <p className="mb-3">
            {state === "open"
              ? "Les bulletins déjà déposés sont jetés, comme si personne n’avait voté. Cela ne se défait pas."
              : "La résolution disparaît de la liste. Cela ne se défait pas."}
          </p>
          <ButtonForm
            action={withdrawResolutionAction}
            id={`retirer-${id}`}
            fields={fields}
            failure="La résolution n’est pas retirée"
          >
            Retirer{about}
          </ButtonForm>
        </Reveal>
      )}
    </ResolutionCard>
  );
}

/** Those who are there or represented, and have not voted; of a secret vote, nobody is told. */
function leftOf({ assembly: { voters }, resolution: { roll, isSecret } }: Props) {
  return isSecret ? [] : voters.filter(({ id, presence }) => presence !== "absent" && !roll.includes(id));
}

function turnout({ assembly, resolution }: Props): string {
  const there = assembly.voters.filter(({ presence }) => presence !== "absent").length;
  const left = leftOf({ assembly, resolution });
  if (resolution.isSecret && resolution.ballots < there) {
    return `${count(resolution.ballots, "bulletin")} pour ${there} présents et représentés\u202f; qui a voté ne se dit pas.`;
  }
  return left.length === 0
    ? "Tous les présents et représentés ont voté."
    : `Il manque ${left.map(({ name }) => name).join(", ")}.`;
}
