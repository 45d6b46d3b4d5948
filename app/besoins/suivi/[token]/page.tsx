import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AskedMember } from "#components/needs/asked-member";
import { CloseNeedForm } from "#components/needs/close-need-form";
import { RateNeedForm } from "#components/needs/rate-need-form";
import { DefinitionList } from "#components/ui/definition-list";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { findFollowedNeed } from "#lib/needs/follow/queries";
import { BUDGET_LABELS, DELAY_LABELS, OUTCOME_LABELS, SATISFACTION_LABELS } from "#lib/needs/labels";
import { requestTime } from "#lib/platform/clock";
import { formatInstant } from "#lib/platform/dates";
import { count } from "#lib/platform/french";

export const metadata: Metadata = { title: "Suivre mon besoin", robots: { index: false } };

export default async function FollowNeedPage({ params }: PageProps<"/besoins/suivi/[token]">) {
  const { token } = await params;
  const need = await findFollowedNeed(token);
  if (!need) notFound();
  const answered = need.introductions.filter(({ answeredAt }) => answeredAt !== null);
  const candidates = need.introductions.filter(({ state }) => state === "interested" || state === "asking");
  return (
    <>
      <PageHeader
        kicker={need.closedAt ? "Besoin clos" : "Votre besoin suit son cours"}
        title="Vos réponses"
        lead="Gardez cette adresse : elle est votre clé, et ne sert qu’à vous."
        figures={[
          {
            value: need.introductions.length,
            words: need.introductions.length > 1 ? "adhérents sollicités" : "adhérent sollicité",
          },
          { value: answered.length, words: answered.length > 1 ? "réponses" : "réponse" },
        ]}
      />
      {need.closedAt && need.outcome && (
        <Section title="C’est fini">
          <p>
            Clos le {formatInstant(need.closedAt)} : {OUTCOME_LABELS[need.outcome].toLowerCase()}.
          </p>
          {need.outcome === "won" &&
            (need.satisfaction === null ? (
              need.satisfactionAskedAt && <RateNeedForm token={token} />
            ) : (
              <Notice kind="success">
                <p>Votre avis est noté : {SATISFACTION_LABELS[need.satisfaction - 1]?.toLowerCase()}. Merci.</p>
              </Notice>
            ))}
        </Section>
      )}
      <Section title={count(need.introductions.length, "adhérent")} intro="Dans l’ordre où nous les avons sollicités.">
        {need.escalatedAt && !need.closedAt && (
          <Notice title="Une personne du club s’en occupe">
            <p>La personne responsable de la commission a été prévenue le {formatInstant(need.escalatedAt)}.</p>
          </Notice>
        )}
        {need.introductions.map((introduction) => (
          <AskedMember
            key={introduction.structure.slug}
            introduction={introduction}
            token={token}
            isClosed={need.closedAt !== null}
            now={requestTime()}
          />
        ))}
      </Section>
      <Section title="Votre demande">
        <p className="need-quote">{need.text}</p>
        <DefinitionList
          items={[
            { term: "Commune", value: need.city },
            { term: "Pour quand", value: DELAY_LABELS[need.delay] },
            { term: "Budget", value: BUDGET_LABELS[need.budget] },
            { term: "Confirmée le", value: need.confirmedAt && formatInstant(need.confirmedAt) },
          ]}
        />
      </Section>
      {!need.closedAt && (
        <Section title="Clore ce besoin" intro="Chacun de ceux qui ont répondu est prévenu.">
          <CloseNeedForm token={token} members={candidates.map(({ structure: { slug, name } }) => ({ slug, name }))} />
        </Section>
      )}
    </>
  );
}
