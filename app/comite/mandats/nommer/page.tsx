import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AppointForm } from "#components/mandates/appoint-form";
import { BrickList } from "#components/ui/brick-list";
import { BrickRow } from "#components/ui/brick-row";
import { EmptyState } from "#components/ui/empty-state";
import { PageHeader } from "#components/ui/page-header";
import { SearchForm } from "#components/ui/search-form";
import { Section } from "#components/ui/section";
import { listCommissions } from "#lib/commissions/queries";
import { FUNCTION_LABELS, officeInWords } from "#lib/mandates/labels";
import { findCandidate, findMandate, listCandidates, type MandateView } from "#lib/mandates/queries";
import { BOARD_FUNCTIONS } from "#lib/mandates/rules";
import { writeOffice } from "#lib/mandates/schema";
import { readParameter, writeAddress } from "#lib/platform/address";
import { requestTime } from "#lib/platform/clock";
import { addDays, dayOf } from "#lib/platform/dates";
import { formatList } from "#lib/platform/french";
import { paths } from "#lib/platform/paths";
import { requireRight } from "#lib/platform/session";

export const metadata: Metadata = { title: "Nommer quelqu’un" };

export default async function AppointmentPage({ searchParams }: PageProps<"/comite/mandats/nommer">) {
  const actor = await requireRight("appoint", "Mandate");
  const now = requestTime();
  const query = await searchParams;
  const [words, personId, formerId] = ["q", "personne", "succede"].map((name) => readParameter(query, name));
  const former = formerId ? await findMandate(actor, formerId, now) : null;
  if (formerId && !former) notFound();
  const person = personId ? await findCandidate(actor, personId, now) : null;
  const found = words && !person ? await listCandidates(actor, words, now) : null;
  return (
    <>
      <PageHeader
        kicker="Mandats"
        title={former ? `Succéder à ${former.person.name}` : "Nommer quelqu’un"}
        lead={former ? `Pour ${officeInWords(former.function, former.commission?.name ?? null)}.` : undefined}
      />
      <Section title="La personne" id="personne">
        {person ? (
          <p>
            <strong>{person.name}</strong>, {formatList(person.structures)}.{" "}
            <a href={writeAddress(paths.boardAppointment, { succede: formerId })}>Choisir quelqu’un d’autre</a>
          </p>
        ) : (
          <>
            {personId && <p>Cette personne n’appartient à aucune structure active : choisissez quelqu’un d’autre.</p>}
            <SearchForm
              action={paths.boardAppointment}
              label="Nom ou prénom"
              hint="Parmi les personnes des structures adhérentes"
              defaultValue={words}
              kept={formerId ? [{ name: "succede", value: formerId }] : []}
            />
          </>
        )}
        {found && found.length === 0 && (
          <EmptyState title="Personne de ce nom">
            <p>Vérifiez l’orthographe : seules les personnes d’une structure adhérente peuvent être nommées.</p>
          </EmptyState>
        )}
        {found && found.length > 0 && (
          <BrickList label="Personnes trouvées">
            {found.map(({ id, name, structures }) => (
              <BrickRow
                key={id}
                title={name}
                href={writeAddress(paths.boardAppointment, { succede: formerId, personne: id })}
              >
                <p>{formatList(structures)}</p>
              </BrickRow>
            ))}
          </BrickList>
        )}
      </Section>
      {person && (
        <Section title="Le mandat" id="mandat">
          <AppointForm
            person={person}
            offices={await officesInWords()}
            startsOn={firstDay(former, dayOf(now))}
            succeeds={former ? { id: former.id, name: former.person.name, office: officeOf(former) } : undefined}
          />
        </Section>
      )}
    </>
  );
}

async function officesInWords(): Promise<{ value: string; label: string }[]> {
  const commissions = await listCommissions(requestTime());
  return [
    ...BOARD_FUNCTIONS.map((held) => ({ value: held, label: FUNCTION_LABELS[held] })),
    ...commissions.flatMap(({ slug, name }) =>
      (["lead", "deputy"] as const).map((held) => ({
        value: writeOffice({ function: held, commission: slug }),
        label: `${FUNCTION_LABELS[held]} – ${name}`,
      })),
    ),
  ];
}

function officeOf({ function: held, commission }: MandateView): string {
  return writeOffice({ function: held, commission: commission?.slug ?? null });
}

/** The day after a mandate that has an end, else today. */
function firstDay(former: MandateView | null, today: string): string {
  return former?.endsOn && former.endsOn >= today ? addDays(former.endsOn, 1) : today;
}
