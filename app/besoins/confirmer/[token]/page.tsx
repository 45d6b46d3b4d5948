import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { ButtonForm } from "#components/forms/button-form";
import { DefinitionList } from "#components/ui/definition-list";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { BUDGET_LABELS, DELAY_LABELS } from "#lib/needs/labels";
import { followToken } from "#lib/needs/mails";
import { confirmNeedAction } from "#lib/needs/request/actions";
import { findNeedToConfirm } from "#lib/needs/request/queries";
import { formatList } from "#lib/platform/french";
import { paths } from "#lib/platform/paths";

export const metadata: Metadata = { title: "Confirmer la demande", robots: { index: false } };

export default async function ConfirmNeedPage({ params }: PageProps<"/besoins/confirmer/[token]">) {
  const { token } = await params;
  const need = await findNeedToConfirm(token);
  if (!need) notFound();
  if (need.confirmedAt) redirect(paths.followNeed(followToken(need.id)));
  const names = need.introductions.map(({ structure }) => structure.name);
  return (
    <>
      <PageHeader
        kicker="Dernière étape"
        title="Relisez, puis confirmez"
        lead={`${need.contactName}, rien n’est encore parti.`}
      />
      <Section title="Votre demande">
        <p className="need-quote">{need.text}</p>
        <DefinitionList
          items={[
            { term: "Commune", value: need.city },
            { term: "Pour quand", value: DELAY_LABELS[need.delay] },
            { term: "Budget", value: BUDGET_LABELS[need.budget] },
            {
              term: "Envoyée à",
              value: names.length > 0 ? formatList(names) : "deux ou trois adhérents choisis par le club",
            },
          ]}
        />
        <ButtonForm
          action={confirmNeedAction}
          id="confirmer"
          fields={{ token }}
          kind="primary"
          failure="Votre demande n’est pas partie"
        >
          Confirmer et envoyer
        </ButtonForm>
      </Section>
    </>
  );
}
