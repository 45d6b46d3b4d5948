import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PricesForm } from "#components/consortia/prices-form";
import { WorkspaceHeader } from "#components/consortia/workspace-header";
import { DataTable } from "#components/ui/data-table";
import { DoneNotice } from "#components/ui/done-notice";
import { EmptyState } from "#components/ui/empty-state";
import { Section } from "#components/ui/section";
import { listPrices } from "#lib/consortia/prices/queries";
import { findConsortium } from "#lib/consortia/queries";
import { requestTime } from "#lib/platform/clock";
import { formatEuros } from "#lib/platform/french";
import { requireActor } from "#lib/platform/session";

export const metadata: Metadata = { title: "Prix" };

export default async function PricesPage({ params, searchParams }: PageProps<"/espace/groupements/[id]/prix">) {
  const [actor, now] = [await requireActor(), requestTime()];
  const { id } = await params;
  const consortium = await findConsortium(actor, id, now);
  if (!consortium?.own) notFound();
  const { own, lots, state } = consortium;
  const prices = await listPrices(actor, id, now);
  const rows = lots.flatMap((lot) =>
    prices.filter(({ lotId }) => lotId === lot.id).map((price) => ({ ...price, lot })),
  );
  const amountOf = (lotId: string) =>
    prices.find((price) => price.lotId === lotId && price.structureId === own.structureId)?.amountCents ?? null;
  return (
    <>
      <WorkspaceHeader consortium={consortium} here="prices" room="Prix" now={now} />
      <DoneNotice query={await searchParams} words={{ prix: "Vos prix sont enregistrés. Le mandataire les lit." }} />
      {own.isLead && (
        <Section title="Prix des membres" id="membres" intro="Vous seul, comme mandataire, lisez ceux des autres.">
          {rows.length > 0 ? (
            <DataTable
              caption="Montants hors taxes"
              columns={[
                { label: "Lot", cell: ({ lot }) => `Lot ${lot.number} – ${lot.title}` },
                { label: "Membre", cell: ({ structure }) => structure },
                { label: "Montant", cell: ({ amountCents }) => formatEuros(amountCents), isNumeric: true },
              ]}
              rows={rows}
              rowKey={({ lotId, structureId }) => `${lotId} ${structureId}`}
            />
          ) : (
            <EmptyState title="Aucun prix encore" />
          )}
          {rows.length > 0 && (
            <p>
              Total : <strong>{formatEuros(rows.reduce((sum, { amountCents }) => sum + amountCents, 0))}</strong>
            </p>
          )}
        </Section>
      )}
      <Section
        title="Vos prix"
        id="vos-prix"
        intro="Lus par votre structure et par le mandataire, par personne d’autre. Ils partent avec vous."
      >
        {state === "building" ? (
          <PricesForm id={id} lots={lots.map((lot) => ({ ...lot, amountCents: amountOf(lot.id) }))} />
        ) : (
          <ul className="prose">
            {lots.map((lot) => {
              const amount = amountOf(lot.id);
              return (
                <li key={lot.id}>
                  Lot {lot.number} : {amount === null ? "aucun" : formatEuros(amount)}
                </li>
              );
            })}
          </ul>
        )}
      </Section>
    </>
  );
}
