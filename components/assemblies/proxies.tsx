import { ButtonForm } from "#components/forms/button-form";
import { withdrawProxyAction } from "#lib/assemblies/proxies/actions";
import type { AssemblyView } from "#lib/assemblies/queries";
import { formatList } from "#lib/platform/french";
import { ProxyForm } from "./proxy-form.tsx";

/** Somebody's own votes: to whom each is handed, and whom they vote for. */
export function Proxies({ assembly }: { assembly: AssemblyView }) {
  const { own, voters, proxiesPerHolder, meetingId, slug, state } = assembly;
  const holders = voters
    .filter(({ id, holder, holds }) => !holder && holds < proxiesPerHolder && !own.some((mine) => mine.id === id))
    .map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      {own.map((voter) => {
        const givers = voters.filter(({ holder }) => holder?.id === voter.id).map(({ name }) => name);
        if (voter.holder) {
          return (
            <div key={voter.id}>
              <p>
                {voter.name} a donné pouvoir à <strong>{voter.holder.name}</strong>.{" "}
                {state === "open" && "Si vous êtes venu, dites-le\u202f: votre voix vous revient."}
              </p>
              {state === "convened" && (
                <ButtonForm
                  action={withdrawProxyAction}
                  id={`reprendre-${voter.id}`}
                  fields={{ assemblyId: meetingId, giverId: voter.id, slug }}
                  failure="Le pouvoir n’est pas repris"
                >
                  Reprendre mon pouvoir
                </ButtonForm>
              )}
            </div>
          );
        }
        if (givers.length > 0) {
          return (
            <p key={voter.id}>
              Vous voterez aussi pour <strong>{formatList(givers)}</strong>. Qui reçoit un pouvoir n’en donne pas.
            </p>
          );
        }
        return state === "convened" ? (
          <ProxyForm key={voter.id} assemblyId={meetingId} slug={slug} giver={voter} holders={holders} />
        ) : null;
      })}
    </>
  );
}
