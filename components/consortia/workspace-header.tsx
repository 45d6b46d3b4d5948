import { Breadcrumb } from "#components/ui/breadcrumb";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { STATE_LABELS } from "#lib/consortia/labels";
import type { ConsortiumView } from "#lib/consortia/queries";
import { dayOf, daysBetween, formatInstant } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { WorkspaceTabs } from "./workspace-tabs.tsx";

type Props = {
  consortium: ConsortiumView;
  here: Parameters<typeof WorkspaceTabs>[0]["here"];
  /** The room one is in, when it is not the first. */
  room?: string;
  now: Date;
};

/** What is answered, for whom, until when; and the way to the other rooms. */
export function WorkspaceHeader({ consortium, here, room, now }: Props) {
  const { id, tender, state, lead, own } = consortium;
  const left = daysBetween(dayOf(now), dayOf(tender.respondBefore));
  const isOver = tender.withdrawnAt !== null && (state === "building" || state === "submitted");
  const isOpen = state === "building" && left >= 0 && !isOver;
  const up = [{ label: "Réponses communes", href: paths.consortia }];
  return (
    <>
      <PageHeader
        breadcrumb={
          <Breadcrumb
            steps={room ? [...up, { label: tender.subject, href: paths.consortium(id) }] : up}
            here={room ?? tender.subject}
          />
        }
        kicker={`Réponse ${STATE_LABELS[state]} · ${tender.buyer}`}
        title={room ?? tender.subject}
        lead={`Mandataire\u202f: ${lead}. À remettre avant le ${formatInstant(tender.respondBefore)}.`}
        figures={isOpen ? [{ value: left, words: left > 1 ? "jours pour répondre" : "jour pour répondre" }] : []}
      >
        <p>
          <a href={paths.tender(tender.id)}>Lire l’avis</a>
        </p>
      </PageHeader>
      <WorkspaceTabs id={id} here={here} isGuest={!own} />
      {isOver && (
        <div className="sheet">
          <Notice kind="warning" title="L’acheteur abandonne cette consultation">
            <p>
              Il n’y a plus rien à déposer.
              {own?.isLead && " Abandonnez la réponse, ou attendez\u202f: l’avis peut revenir."}
            </p>
          </Notice>
        </div>
      )}
    </>
  );
}
