import type { Metadata } from "next";
import { ExchangeForm } from "#components/exchange/exchange-form";
import { Breadcrumb } from "#components/ui/breadcrumb";
import { PageHeader } from "#components/ui/page-header";
import { readExchangeAddress } from "#lib/exchange/schema";
import { listApplicationChoices } from "#lib/membership/applications/queries";
import { paths } from "#lib/platform/paths";
import { requireRight } from "#lib/platform/session";

export const metadata: Metadata = { title: "Nouvelle annonce" };

export default async function NewExchangePage({ searchParams }: PageProps<"/espace/echanges/nouveau">) {
  const actor = await requireRight("publish", "SkillExchange");
  const { filter } = readExchangeAddress(await searchParams);
  return (
    <>
      <PageHeader
        breadcrumb={<Breadcrumb steps={[{ label: "Coups de main", href: paths.exchanges }]} here="Nouvelle annonce" />}
        title="Nouvelle annonce"
        lead={`Au nom de ${actor.actingFor?.name ?? "votre structure"}. Elle attend des réponses pendant trois mois ; les adhérents qu’elle concerne en sont avertis dans leur résumé.`}
      />
      <div className="sheet section">
        <ExchangeForm
          choices={await listApplicationChoices()}
          now={filter.direction ? { direction: filter.direction } : {}}
        />
      </div>
    </>
  );
}
