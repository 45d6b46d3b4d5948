import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CampaignForm } from "#components/campaigns/campaign-form";
import { ButtonForm } from "#components/forms/button-form";
import { Breadcrumb } from "#components/ui/breadcrumb";
import { DefinitionList } from "#components/ui/definition-list";
import { DoneNotice } from "#components/ui/done-notice";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { sendCampaignAction, sendTestCampaignAction } from "#lib/campaigns/actions";
import { CAMPAIGN_KIND_LABELS } from "#lib/campaigns/labels";
import { type CampaignView, findCampaign } from "#lib/campaigns/queries";
import { campaignMessage } from "#lib/campaigns/rules";
import { listCommissions } from "#lib/commissions/queries";
import { MAIL_STATE_LABELS } from "#lib/mail/labels";
import { requestTime } from "#lib/platform/clock";
import { formatInstant } from "#lib/platform/dates";
import { count } from "#lib/platform/french";
import { paths } from "#lib/platform/paths";
import { requireRight } from "#lib/platform/session";
import { filterInWords } from "#lib/structures/register/labels";
import { listReached, type Reached } from "#lib/structures/register/queries";
import { readRegisterFilter } from "#lib/structures/register/schema";

export const metadata: Metadata = { title: "Un message" };

/** How many names stand under the number of recipients. */
const NAMED = 200;

export default async function CampaignPage({ params, searchParams }: PageProps<"/comite/messages/[id]">) {
  const actor = await requireRight("publish", "Campaign");
  const now = requestTime();
  const campaign = await findCampaign(actor, (await params).id, now);
  if (!campaign) notFound();
  const filter = readRegisterFilter(Object.fromEntries(new URLSearchParams(campaign.audience)));
  const [commissions, reached] = await Promise.all([
    listCommissions(now),
    campaign.sentAt ? [] : listReached(actor, filter, { consenting: campaign.kind === "newsletter" }, now),
  ]);
  const done = {
    essai: `Votre exemplaire part vers ${actor.email}.`,
    envoi: "Le message part\u202f: chacun le reçoit une fois.",
  };
  return (
    <>
      <PageHeader
        breadcrumb={<Breadcrumb steps={[{ label: "Messages", href: paths.campaigns }]} here={campaign.subject} />}
        kicker={CAMPAIGN_KIND_LABELS[campaign.kind]}
        title={campaign.subject}
        lead={campaign.sentAt ? `Parti le ${formatInstant(campaign.sentAt)}.` : "Un brouillon\u202f: rien n’est parti."}
      />
      <DoneNotice query={await searchParams} words={done} />
      <Section title="Aperçu" id="apercu" intro="Ce que chacun lit, avec son prénom.">
        <Preview campaign={campaign} firstName={actor.name.split(" ")[0] ?? ""} />
      </Section>
      {campaign.sentAt ? (
        <Section title="Envoi" id="envoi">
          <DefinitionList
            items={[
              { term: "À", value: filterInWords(filter, commissions) },
              { term: "Destinataires", value: count(campaign.recipients, "personne") },
              ...[...campaign.states].map(([state, howMany]) => ({
                term: `Messages ${MAIL_STATE_LABELS[state]}`,
                value: count(howMany, "message"),
              })),
            ]}
          />
        </Section>
      ) : (
        <>
          <Section title="Envoyer" id="envoyer">
            <Sending campaign={campaign} reached={reached} to={filterInWords(filter, commissions)} />
          </Section>
          <Section title="Corriger" id="corriger">
            <details className="fold">
              <summary>Changer l’objet ou le texte</summary>
              <CampaignForm audience={campaign.audience} draft={campaign} />
            </details>
          </Section>
        </>
      )}
    </>
  );
}

function Preview({ campaign, firstName }: { campaign: CampaignView; firstName: string }) {
  const { greeting, blocks, why } = campaignMessage(campaign, firstName);
  return (
    <div className="letter">
      <p>{greeting},</p>
      {blocks.map((block) => "text" in block && <p key={block.text}>{block.text}</p>)}
      <p className="field-hint">{why}</p>
      {campaign.kind === "newsletter" && <p className="field-hint">Ne plus recevoir ces messages</p>}
    </div>
  );
}

type SendingProps = { campaign: CampaignView; reached: Reached[]; to: string };

function Sending({ campaign: { id, kind }, reached, to }: SendingProps) {
  return (
    <>
      <p>
        À {to}
        {kind === "newsletter" && ", parmi les abonnés à la lettre"} :{" "}
        <strong>{count(reached.length, "personne")}</strong>.
      </p>
      {reached.length > 0 && (
        <details className="fold">
          <summary>Qui le recevra</summary>
          <ul className="rhythm-list">
            {reached.slice(0, NAMED).map((person) => (
              <li key={person.id}>
                {person.firstName} {person.lastName}, {person.email}
              </li>
            ))}
          </ul>
          {reached.length > NAMED && <p>… et {count(reached.length - NAMED, "autre")}.</p>}
        </details>
      )}
      <div className="actions">
        <ButtonForm action={sendTestCampaignAction} id="essai" fields={{ id }} failure="L’essai n’est pas parti">
          M’envoyer un essai
        </ButtonForm>
        {reached.length > 0 && (
          <ButtonForm
            action={sendCampaignAction}
            id="envoi-a-tous"
            fields={{ id }}
            kind="primary"
            failure="Le message n’est pas parti"
          >
            Envoyer à {count(reached.length, "personne")}
          </ButtonForm>
        )}
      </div>
    </>
  );
}
