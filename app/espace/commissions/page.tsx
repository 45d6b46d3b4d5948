import type { Metadata } from "next";
import { ButtonForm } from "#components/forms/button-form";
import { BrickList } from "#components/ui/brick-list";
import { BrickRow } from "#components/ui/brick-row";
import { CommissionGlyph } from "#components/ui/commission-glyph";
import { DoneNotice } from "#components/ui/done-notice";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { joinCommissionAction, leaveCommissionAction } from "#lib/commissions/actions";
import { type CommissionSummary, listCommissions, listOwnCommissions } from "#lib/commissions/queries";
import { requestTime } from "#lib/platform/clock";
import { dayOf, formatDay } from "#lib/platform/dates";
import { count } from "#lib/platform/french";
import { paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";

export const metadata: Metadata = { title: "Commissions" };

const DONE = {
  rejoint: "Votre structure est membre de la commission\u202f: les prochaines invitations vous parviendront.",
  quitte: "Votre structure a quitté la commission. Vous pouvez y revenir quand vous voulez.",
};

export default async function OwnCommissionsPage({ searchParams }: PageProps<"/espace/commissions">) {
  const actor = await requireActor();
  const now = requestTime();
  const [commissions, own] = await Promise.all([listCommissions(now), listOwnCommissions(actor, now)]);
  return (
    <>
      <PageHeader
        kicker="Espace membre"
        title="Les commissions"
        lead={
          actor.actingFor && own
            ? `Vous choisissez au nom de ${actor.actingFor.name}\u202f: la participation est celle de la structure.`
            : "Seules les structures adhérentes sont membres d’une commission."
        }
      />
      <DoneNotice query={await searchParams} words={DONE} />
      <Section title={own ? `Membre de ${count(own.size, "commission")}` : "Les cinq commissions"} layout="stacked">
        <BrickList>
          {commissions.map((commission) => {
            const isMember = own?.has(commission.slug) ?? false;
            return (
              <BrickRow
                key={commission.slug}
                title={commission.name}
                href={paths.commission(commission.slug)}
                lead={
                  <span className={`commission-label commission-${commission.slug}`}>
                    <CommissionGlyph slug={commission.slug} />
                  </span>
                }
                kicker={isMember ? "Vous en êtes membre" : undefined}
                aside={
                  own && (
                    <ButtonForm
                      action={isMember ? leaveCommissionAction : joinCommissionAction}
                      id={commission.slug}
                      fields={{ slug: commission.slug }}
                      kind={isMember ? "quiet" : "secondary"}
                    >
                      {isMember ? "Quitter" : "Rejoindre"}
                      <span className="sr-only"> la commission {commission.name}</span>
                    </ButtonForm>
                  )
                }
              >
                <p>{commission.mission}</p>
                <p className="field-hint">{factsOf(commission)}</p>
              </BrickRow>
            );
          })}
        </BrickList>
      </Section>
    </>
  );
}

function factsOf({ lead, members, lastMeeting, nextMeeting }: CommissionSummary): string {
  return [
    lead ? `Responsable\u202f: ${lead}` : "Responsable à désigner",
    count(members, "structure"),
    "une réunion tous les un à deux mois",
    nextMeeting
      ? `prochaine le ${formatDay(dayOf(nextMeeting))}`
      : lastMeeting
        ? `dernière le ${formatDay(dayOf(lastMeeting))}`
        : "aucune encore",
  ].join(" · ");
}
