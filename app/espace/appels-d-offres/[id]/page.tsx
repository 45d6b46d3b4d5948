import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { TenderConsortia } from "#components/consortia/tender-consortia";
import { ButtonForm } from "#components/forms/button-form";
import { HandForm } from "#components/tenders/hand-form";
import { HandList } from "#components/tenders/hand-list";
import { LotList } from "#components/tenders/lot-list";
import { TenderFacts } from "#components/tenders/tender-facts";
import { Breadcrumb } from "#components/ui/breadcrumb";
import { ButtonLink } from "#components/ui/button-link";
import { DoneNotice } from "#components/ui/done-notice";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { Reveal } from "#components/ui/reveal";
import { Section } from "#components/ui/section";
import { listConsortiumInvitations, listOwnConsortia } from "#lib/consortia/queries";
import { requestTime } from "#lib/platform/clock";
import { formatInstant } from "#lib/platform/dates";
import { count } from "#lib/platform/french";
import { paths } from "#lib/platform/paths";
import { requireRight } from "#lib/platform/session";
import { restoreTenderAction, settleResemblanceAction, withdrawTenderAction } from "#lib/tenders/actions";
import { lowerHandAction } from "#lib/tenders/hands/actions";
import { findOwnHand, listHands } from "#lib/tenders/hands/queries";
import { findTender, type TenderView } from "#lib/tenders/queries";
import { countdownOf, isOpen } from "#lib/tenders/rules";

export const metadata: Metadata = { title: "Appel d’offres" };

const DONE = {
  signale: "L’avis est publié. Les adhérents dont une compétence est demandée en sont prévenus.",
  modifie: "L’avis est enregistré.",
  retire: "L’avis est marqué abandonné. Vous pouvez le remettre.",
  remis: "L’avis est de nouveau ouvert.",
  tranche: "C’est noté.",
  main: "Votre main est levée\u202f: seuls ceux qui ont levé la leur ici le voient.",
  baissee: "Votre main est baissée. Personne ne voit plus qu’elle l’était.",
};

export default async function TenderPage({ params, searchParams }: PageProps<"/espace/appels-d-offres/[id]">) {
  const actor = await requireRight("read", "Tender");
  const now = requestTime();
  const { id } = await params;
  const [tender, hand, hands, consortia, invitations] = await Promise.all([
    findTender(actor, id, now),
    findOwnHand(actor, id, now),
    listHands(actor, id, now),
    listOwnConsortia(actor, { tenderId: id }, now),
    listConsortiumInvitations(actor, { tenderId: id }, now),
  ]);
  if (!tender) notFound();
  const countdown = countdownOf(tender.respondBefore, now);
  const open = isOpen(tender, now);
  return (
    <>
      <PageHeader
        breadcrumb={<Breadcrumb steps={[{ label: "Appels d’offres", href: paths.tenders }]} here={tender.buyer} />}
        kicker={tender.buyer}
        title={tender.subject}
        figures={[{ value: countdown.value, words: countdown.words }]}
      >
        <div className="actions">
          {open && (
            <ButtonLink href={hand ? "#mains" : "#main-levee"}>
              {hand ? "Voir qui a levé la main" : "Lever la main"}
            </ButtonLink>
          )}
          <ButtonLink href={paths.tenderTeams(id)} kind="secondary">
            Équipes possibles
          </ButtonLink>
          <ButtonLink href={paths.tenderDecision(id)} kind="secondary">
            Y aller ou non
          </ButtonLink>
        </div>
      </PageHeader>
      <DoneNotice query={await searchParams} words={DONE} />
      <Standing tender={tender} />
      <Section
        title="L’avis"
        {...(tender.mayEdit && !tender.mergedIntoId
          ? { more: { href: paths.editTender(id), label: "Corriger l’avis" } }
          : {})}
      >
        <TenderFacts tender={tender} sentence={countdown.sentence} />
      </Section>
      <Section title={count(tender.lots.length, "lot")} layout="stacked">
        <LotList lots={tender.lots} />
      </Section>
      {(open || consortia.underWay.length > 0 || consortia.settled.length > 0) && (
        <Section
          title="Répondre ensemble"
          id="ensemble"
          intro="Vous ne voyez ici que vos propres groupements. Les autres, s’il y en a, ne sont visibles que de leurs membres."
        >
          <TenderConsortia
            tenderId={id}
            consortia={[...consortia.underWay, ...consortia.settled]}
            invitations={invitations}
            mayOpen={open && !tender.mergedIntoId}
          />
        </Section>
      )}
      {hands.length > 0 && (
        <Section
          title={count(hands.length, "main levée", "mains levées")}
          id="mains"
          intro="Visible de ceux qui ont levé la leur, de personne d’autre."
          layout="stacked"
        >
          <HandList hands={hands} />
        </Section>
      )}
      {open && (
        <Section
          title={hand ? "Votre main est levée" : "Lever la main"}
          id="main-levee"
          intro="Ni le comité, ni les administrateurs, ni les autres adhérents ne le sauront : seulement ceux qui lèvent la main ici."
        >
          <HandForm tenderId={id} lots={tender.lots.filter(({ withdrawnAt }) => !withdrawnAt)} hand={hand} />
          {hand && (
            <ButtonForm action={lowerHandAction} id="baisser" fields={{ tenderId: id }} kind="quiet">
              Baisser la main
            </ButtonForm>
          )}
        </Section>
      )}
      {tender.mayEdit && !tender.mergedIntoId && (
        <Section title="Cet avis n’a plus lieu d’être">
          {tender.withdrawnAt ? (
            <ButtonForm action={restoreTenderAction} id="remettre" fields={{ id }}>
              Remettre l’avis
            </ButtonForm>
          ) : (
            <Reveal label="L’acheteur abandonne, ou l’avis a été signalé par erreur">
              <p>Ceux qui ont levé la main en seront prévenus. L’avis reste lisible parmi ceux qui sont clos.</p>
              <ButtonForm action={withdrawTenderAction} id="retirer" fields={{ id }}>
                Marquer l’avis abandonné
              </ButtonForm>
            </Reveal>
          )}
        </Section>
      )}
    </>
  );
}

/** What a reader must know first: that it is no more, shown elsewhere, or perhaps twice in the list. */
function Standing({ tender }: { tender: TenderView }) {
  const { id, withdrawnAt, mergedInto, resembles, mayEdit } = tender;
  if (!withdrawnAt && !mergedInto && !resembles) return null;
  return (
    <div className="sheet">
      {withdrawnAt && (
        <Notice kind="warning">
          <p>Abandonné : noté le {formatInstant(withdrawnAt)}. On ne peut plus y répondre.</p>
        </Notice>
      )}
      {mergedInto && (
        <Notice>
          <p>
            Le même avis était déjà là : <a href={paths.tender(mergedInto.id)}>{mergedInto.subject}</a>
          </p>
        </Notice>
      )}
      {resembles && !mergedInto && (
        <Notice title="Deux fois le même avis ?">
          <p>
            Il ressemble à <a href={paths.tender(resembles.id)}>{resembles.subject}</a> ({resembles.buyer}), à rendre
            avant le {formatInstant(resembles.respondBefore)}.
          </p>
          {mayEdit && (
            <div className="actions">
              <ButtonForm action={settleResemblanceAction} id="meme" fields={{ id, answer: "same" }}>
                C’est le même avis
              </ButtonForm>
              <ButtonForm action={settleResemblanceAction} id="deux" fields={{ id, answer: "different" }} kind="quiet">
                Ce sont deux avis
              </ButtonForm>
            </div>
          )}
        </Notice>
      )}
    </div>
  );
}
