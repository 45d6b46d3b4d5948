import type { Metadata } from "next";
import { EventForm } from "#components/events/event-form";
import { Breadcrumb } from "#components/ui/breadcrumb";
import { PageHeader } from "#components/ui/page-header";
import { listCommissions } from "#lib/commissions/queries";
import { requestTime } from "#lib/platform/clock";
import { paths } from "#lib/platform/paths";
import { requireRight } from "#lib/platform/session";

export const metadata: Metadata = { title: "Annoncer un rendez-vous" };

export default async function NewEventPage() {
  const actor = await requireRight("host", "Event");
  const isBoard = actor.boardFunctions.length > 0;
  const commissions = isBoard ? await listCommissions(requestTime()) : actor.commissionsLed;
  return (
    <>
      <PageHeader
        breadcrumb={<Breadcrumb steps={[{ label: "Événements", href: paths.hostedEvents }]} here="Nouveau" />}
        title="Annoncer un rendez-vous"
        lead="Il paraît aussitôt dans l’agenda public. Vous ouvrirez les inscriptions ensuite."
      />
      <div className="sheet section">
        <EventForm
          purpose={{
            kind: "new",
            commissions: commissions.map(({ slug, name }) => ({ value: slug, label: name })),
            mustChoose: !isBoard,
          }}
        />
      </div>
    </>
  );
}
