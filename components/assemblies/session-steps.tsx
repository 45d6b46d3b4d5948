import { ButtonForm } from "#components/forms/button-form";
import { ButtonLink } from "#components/ui/button-link";
import { Notice } from "#components/ui/notice";
import type { AssemblyView } from "#lib/assemblies/queries";
import { adjournSessionAction, closeSessionAction, openSessionAction } from "#lib/assemblies/session/actions";
import { formatInstant } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { LiveRefresh } from "./live-refresh.tsx";
import { QuorumMeter } from "./quorum-meter.tsx";

type Props = { assembly: AssemblyView /** The hour has come. */; isNear: boolean };

/** Where the session is, and the step that comes next. */
export function SessionSteps({ assembly, isNear }: Props) {
  const { state, quorum, meetingId, slug, kind, startsAt, secondCall, resolutions } = assembly;
  const fields = { assemblyId: meetingId, slug };
  const hasVoted = resolutions.some((one) => one.state !== "planned");
  return (
    <>
      <QuorumMeter quorum={quorum} />
      {state === "convened" &&
        (isNear ? (
          <>
            <p className="mt-4">L’ouverture fige la liste des votants et les pouvoirs.</p>
            <ButtonForm
              action={openSessionAction}
              id="ouvrir"
              fields={fields}
              failure="La séance n’est pas ouverte"
              kind="primary"
            >
              Ouvrir la séance
            </ButtonForm>
          </>
        ) : (
          <p className="mt-4">
            La séance s’ouvre ici à partir du {formatInstant(new Date(startsAt.getTime() - 3_600_000))}.
          </p>
        ))}
      {state === "open" && (
        <div className="intentions">
          {!quorum.isReached && !hasVoted && (
            <ButtonForm action={adjournSessionAction} id="lever" fields={fields} failure="La séance n’est pas levée">
              Lever la séance, faute de quorum
            </ButtonForm>
          )}
          <ButtonForm action={closeSessionAction} id="clore" fields={fields} failure="La séance n’est pas close">
            Clore la séance et publier les résultats
          </ButtonForm>
          <LiveRefresh />
        </div>
      )}
      {state === "adjourned" && (
        <Notice kind="warning" title="Levée faute de quorum">
          <p className="mb-3">
            Les statuts permettent une seconde convocation, avec son propre délai et son propre quorum.
          </p>
          <ButtonLink href={secondCall ? paths.meeting(null, secondCall) : paths.newAssembly(kind, slug)}>
            {secondCall ? "Voir la seconde convocation" : "Convoquer une seconde fois"}
          </ButtonLink>
        </Notice>
      )}
      {(state === "closed" || state === "adjourned") && (
        <p className="mt-4">
          <ButtonLink href={paths.assemblyPdf(slug)} kind="secondary">
            Feuille de résultats (PDF)
          </ButtonLink>
        </p>
      )}
    </>
  );
}
