import { ButtonForm } from "#components/forms/button-form";
import { Reveal } from "#components/ui/reveal";
import { withdrawPaperProxyAction } from "#lib/assemblies/proxies/actions";
import type { AssemblyView } from "#lib/assemblies/queries";
import { PaperProxyForm } from "./paper-proxy-form.tsx";

/** The proxies that came on paper, for whoever runs the assembly; nothing once a vote was opened. */
export function PaperProxies({ assembly }: { assembly: AssemblyView }) {
  const { voters, meetingId: assemblyId, slug, proxiesPerHolder, resolutions } = assembly;
  if (proxiesPerHolder === 0 || resolutions.some(({ state }) => state !== "planned")) return null;
  const optionsOf = (some: typeof voters) => some.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <Reveal label="Noter un pouvoir papier">
        <PaperProxyForm
          assemblyId={assemblyId}
          slug={slug}
          givers={optionsOf(voters.filter(({ presence, holder, holds }) => presence === "absent" && !holder && !holds))}
          holders={optionsOf(
            voters.filter(({ presence, holds }) => presence === "present" && holds < proxiesPerHolder),
          )}
        />
      </Reveal>
      {voters.map(
        ({ id, name, holder }) =>
          holder?.isOnPaper && (
            <div key={id}>
              <p>
                Sur papier : {name} donne pouvoir à <strong>{holder.name}</strong>.
              </p>
              <ButtonForm
                action={withdrawPaperProxyAction}
                id={`papier-${id}`}
                fields={{ assemblyId, giverId: id, slug }}
                failure="Le pouvoir n’est pas retiré"
                kind="quiet"
              >
                Retirer ce pouvoir papier<span className="sr-only"> : {name}</span>
              </ButtonForm>
            </div>
          ),
      )}
    </>
  );
}
