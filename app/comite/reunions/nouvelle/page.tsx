import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ConveneForm } from "#components/assemblies/convene-form";
import { Breadcrumb } from "#components/ui/breadcrumb";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { KIND_LABELS } from "#lib/assemblies/labels";
import { findFirstCall } from "#lib/assemblies/queries";
import { earliestDay, termsOf } from "#lib/assemblies/rules";
import { ASSEMBLY_KINDS } from "#lib/assemblies/schema";
import { getAssemblyRules } from "#lib/assemblies/settings/queries";
import { readParameter } from "#lib/platform/address";
import { requestTime } from "#lib/platform/clock";
import { dayOf, formatDay } from "#lib/platform/dates";
import { count } from "#lib/platform/french";
import { paths } from "#lib/platform/paths";
import { requireRight } from "#lib/platform/session";
import { roomOptions } from "#lib/rooms/labels";
import { listLentRooms } from "#lib/rooms/venues/queries";

export const metadata: Metadata = { title: "Convoquer" };

export default async function ConvenePage({ searchParams }: PageProps<"/comite/reunions/nouvelle">) {
  const actor = await requireRight("preside", "Assembly");
  const now = requestTime();
  const query = await searchParams;
  const asked = readParameter(query, "suite");
  const first = asked ? ((await findFirstCall(actor, asked, now)) ?? notFound()) : null;
  const kind = first?.kind ?? ASSEMBLY_KINDS.find((one) => one === readParameter(query, "genre")) ?? "board";
  const [statutes, rooms] = await Promise.all([getAssemblyRules(actor, kind, now), listLentRooms(actor, now)]);
  const { noticeDays, quorumPercent } = termsOf(statutes, first !== null);
  const earliest = earliestDay(dayOf(now), noticeDays);
  return (
    <>
      <PageHeader
        breadcrumb={<Breadcrumb steps={[{ label: "Réunions", href: paths.boardMeetings }]} here="Convoquer" />}
        kicker={first ? "Seconde convocation" : "Convocation"}
        title={KIND_LABELS[kind]}
        lead={`Les statuts demandent ${count(noticeDays, "jour")}\u202f: au plus tôt le ${formatDay(earliest)}. ${
          quorumPercent > 0 ? `Quorum\u202f: ${quorumPercent} % des convoqués.` : "Aucun quorum n’est demandé."
        }`}
      />
      <Section title="La séance" layout="stacked">
        <ConveneForm
          kind={kind}
          title={first?.title ?? KIND_LABELS[kind]}
          description={first?.description ?? ""}
          day={earliest}
          after={asked && first ? asked : null}
          rooms={roomOptions(rooms)}
        />
      </Section>
    </>
  );
}
