import type { Metadata } from "next";
import { CampaignForm } from "#components/campaigns/campaign-form";
import { Breadcrumb } from "#components/ui/breadcrumb";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { listCommissions } from "#lib/commissions/queries";
import { requestTime } from "#lib/platform/clock";
import { count } from "#lib/platform/french";
import { paths } from "#lib/platform/paths";
import { requireRight } from "#lib/platform/session";
import { filterInWords } from "#lib/structures/register/labels";
import { listReached } from "#lib/structures/register/queries";
import { readRegisterFilter, registerHref } from "#lib/structures/register/schema";

export const metadata: Metadata = { title: "Nouveau message" };

export default async function NewCampaignPage({ searchParams }: PageProps<"/comite/messages/nouveau">) {
  const actor = await requireRight("publish", "Campaign");
  const now = requestTime();
  const filter = readRegisterFilter(await searchParams);
  const [all, subscribed, commissions] = await Promise.all([
    listReached(actor, filter, { consenting: false }, now),
    listReached(actor, filter, { consenting: true }, now),
    listCommissions(now),
  ]);
  return (
    <>
      <PageHeader
        breadcrumb={<Breadcrumb steps={[{ label: "Messages", href: paths.campaigns }]} here="Nouveau" />}
        kicker="Messages"
        title="Nouveau message"
        lead={`À ${filterInWords(filter, commissions)}.`}
        figures={[
          { value: all.length, words: `${all.length >= 2 ? "personnes" : "personne"} pour un message de service` },
          { value: subscribed.length, words: `${subscribed.length >= 2 ? "abonnés" : "abonné"} pour la lettre` },
        ]}
      />
      <Section title="Le message" id="message-part" intro="Rien ne part d’ici : l’aperçu vient d’abord.">
        {all.length === 0 && <p className="mb-6">Ces structures n’ont personne à qui écrire.</p>}
        <CampaignForm audience={registerHref(filter, { path: "" }).replace(/^\?/, "")} />
        <p>
          <a href={registerHref(filter)}>Voir ces structures</a> ({count(all.length, "personne")})
        </p>
      </Section>
    </>
  );
}
