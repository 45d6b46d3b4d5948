import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ExchangeForm } from "#components/exchange/exchange-form";
import { Breadcrumb } from "#components/ui/breadcrumb";
import { PageHeader } from "#components/ui/page-header";
import { findExchange } from "#lib/exchange/queries";
import { listApplicationChoices } from "#lib/membership/applications/queries";
import { requestTime } from "#lib/platform/clock";
import { paths } from "#lib/platform/paths";
import { requireRight } from "#lib/platform/session";

export const metadata: Metadata = { title: "Modifier une annonce" };

export default async function ChangeExchangePage({ params }: PageProps<"/espace/echanges/[id]/modifier">) {
  const { id } = await params;
  const actor = await requireRight("update", "SkillExchange");
  const exchange = await findExchange(actor, id, requestTime());
  if (!exchange?.isOwner || exchange.closing) notFound();
  const { direction, kind, title, body, hours, skills } = exchange;
  return (
    <>
      <PageHeader
        breadcrumb={
          <Breadcrumb
            steps={[
              { label: "Coups de main", href: paths.exchanges },
              { label: title, href: paths.exchange(id) },
            ]}
            here="Modifier"
          />
        }
        title="Modifier l’annonce"
      />
      <div className="sheet section">
        <ExchangeForm
          id={id}
          choices={await listApplicationChoices()}
          now={{
            direction,
            kind,
            title,
            body,
            hours: hours ? String(hours) : "",
            skills: skills.map(({ slug }) => slug),
          }}
        />
      </div>
    </>
  );
}
