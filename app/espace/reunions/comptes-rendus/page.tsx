import type { Metadata } from "next";
import { BrickList } from "#components/ui/brick-list";
import { BrickRow } from "#components/ui/brick-row";
import { CommissionLabel } from "#components/ui/commission-label";
import { DateBlock } from "#components/ui/date-block";
import { EmptyState } from "#components/ui/empty-state";
import { FilterList } from "#components/ui/filter-list";
import { PageHeader } from "#components/ui/page-header";
import { Pages } from "#components/ui/pages";
import { SearchForm } from "#components/ui/search-form";
import { Section } from "#components/ui/section";
import { listCommissions } from "#lib/commissions/queries";
import { listMinutes } from "#lib/meetings/minutes/archive/queries";
import { CORRECTION_DAYS } from "#lib/meetings/minutes/rules";
import { pageParameter, readPage, readParameter, writeAddress } from "#lib/platform/address";
import { requestTime } from "#lib/platform/clock";
import { dayOf } from "#lib/platform/dates";
import { count } from "#lib/platform/french";
import { paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";

export const metadata: Metadata = { title: "Comptes rendus" };

export default async function MinutesArchivePage({ searchParams }: PageProps<"/espace/reunions/comptes-rendus">) {
  const query = await searchParams;
  const [words, commission] = [readParameter(query, "q"), readParameter(query, "commission")];
  const page = readPage(query);
  const actor = await requireActor();
  const now = requestTime();
  const [{ items, total, perPage }, commissions] = await Promise.all([
    listMinutes(actor, { words, commission }, page, now),
    listCommissions(now),
  ]);
  const href = (change: { commission?: string | undefined; page?: string | undefined }) =>
    writeAddress(paths.minutesArchive, { q: words, commission, page: undefined, ...change });
  return (
    <>
      <PageHeader
        kicker="Espace membre"
        title="Comptes rendus"
        lead="Ce que les commissions ont dit, décidé et laissé à faire."
      />
      <Section title={count(total, "compte rendu", "comptes rendus")} layout="stacked">
        <SearchForm
          action={paths.minutesArchive}
          label="Chercher dans les comptes rendus"
          defaultValue={words ?? ""}
          kept={commission ? [{ name: "commission", value: commission }] : []}
        />
        <FilterList
          title="Commission"
          clearHref={href({ commission: undefined })}
          options={commissions.map(({ slug, name }) => ({
            key: slug,
            label: name,
            href: href({ commission: slug }),
            isCurrent: slug === commission,
          }))}
        />
        {items.length === 0 ? (
          <EmptyState title={words ? "Aucun compte rendu ne dit cela" : "Aucun compte rendu publié"}>
            <p>
              {words
                ? "Essayez un autre mot, ou le même sans filtre."
                : `Ils paraissent ici ${CORRECTION_DAYS} jours après leur approbation.`}
            </p>
          </EmptyState>
        ) : (
          <BrickList>
            {items.map(({ slug, title, startsAt, commission: of, decisions, actions, passage }) => (
              <BrickRow
                key={slug}
                title={title}
                href={paths.minutes(slug)}
                lead={<DateBlock day={dayOf(startsAt)} />}
                kicker={of && <CommissionLabel slug={of.slug} name={of.name} />}
                aside={
                  <p>
                    {count(decisions, "décision")}, {count(actions, "action")}
                  </p>
                }
              >
                {passage && <Passage pieces={passage} />}
              </BrickRow>
            ))}
          </BrickList>
        )}
        <Pages page={page} total={total} perPage={perPage} href={(number) => href({ page: pageParameter(number) })} />
      </Section>
    </>
  );
}

/** Where the words are said: every second piece is one of them. */
function Passage({ pieces }: { pieces: string[] }) {
  const keyed = pieces.map((words, index) => ({ key: String(index), words, isFound: index % 2 === 1 }));
  return (
    <p className="passage text-ardoise">
      … {keyed.map(({ key, words, isFound }) => (isFound ? <mark key={key}>{words}</mark> : words))} …
    </p>
  );
}
