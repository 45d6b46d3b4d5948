import type { Metadata } from "next";
import { ButtonForm } from "#components/forms/button-form";
import { BrickList } from "#components/ui/brick-list";
import { BrickRow } from "#components/ui/brick-row";
import { DoneNotice } from "#components/ui/done-notice";
import { EmptyState } from "#components/ui/empty-state";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { Pages } from "#components/ui/pages";
import { Reveal } from "#components/ui/reveal";
import { Section } from "#components/ui/section";
import { pageParameter, readPage, writeAddress } from "#lib/platform/address";
import { requestTime } from "#lib/platform/clock";
import { formatInstant } from "#lib/platform/dates";
import { count } from "#lib/platform/french";
import { paths } from "#lib/platform/paths";
import { requireRight } from "#lib/platform/session";
import { noteSetAsideAction } from "#lib/tenders/boamp/actions";
import { findReading, listSetAside } from "#lib/tenders/boamp/queries";

export const metadata: Metadata = { title: "Lecture du BOAMP" };

export default async function BoardTendersPage({ searchParams }: PageProps<"/comite/appels-d-offres">) {
  const actor = await requireRight("read", "BoampNotice");
  const query = await searchParams;
  const now = requestTime();
  const page = readPage(query);
  const [reading, { items, total, perPage }] = await Promise.all([
    findReading(actor, now),
    listSetAside(actor, page, now),
  ]);
  const href = (number: number) => writeAddress(paths.boardTenders, { page: pageParameter(number) });
  return (
    <>
      <PageHeader
        kicker="Comité directeur"
        title="Lecture du BOAMP"
        lead="Les avis du bulletin officiel entrent d’eux-mêmes dans la liste des adhérents. Ceux qui sont illisibles attendent ici."
      />
      <DoneNotice query={query} words={{ vu: "L’avis ne vous sera plus montré." }} />
      <Section title="Dernière lecture">
        <ReadingState reading={reading} />
      </Section>
      <Section title={count(total, "avis mis de côté", "avis mis de côté")} layout="stacked">
        {items.length === 0 ? (
          <EmptyState title="Tous les avis ont été lus" />
        ) : (
          <BrickList>
            {items.map(({ key, reason, readAt, raw }) => (
              <BrickRow key={key} title={reason} kicker={`${key}, lu le ${formatInstant(readAt)}`}>
                <Reveal label="Ce que le BOAMP a envoyé">
                  <pre className="raw-notice">{raw.slice(0, 20_000)}</pre>
                </Reveal>
                <p>Si c’est un appel d’offres pour le club, signalez-le à la main dans la liste.</p>
                <ButtonForm action={noteSetAsideAction} id={`vu-${key.replace(/\W/g, "-")}`} fields={{ key }}>
                  C’est vu
                </ButtonForm>
              </BrickRow>
            ))}
          </BrickList>
        )}
        <Pages page={page} total={total} perPage={perPage} href={href} />
      </Section>
    </>
  );
}

function ReadingState({ reading }: { reading: Awaited<ReturnType<typeof findReading>> }) {
  if (!reading?.triedAt) return <p>Le BOAMP n’a pas encore été lu. C’est un réglage de la machine (BOAMP_URL).</p>;
  if (reading.problem) {
    return (
      <Notice kind="warning" title="Arrêtée en chemin">
        <p>
          {reading.problem} Elle reprendra d’elle-même là où elle en était. Dernier essai :{" "}
          {formatInstant(reading.triedAt)}.
        </p>
      </Notice>
    );
  }
  return <p>{reading.finishedAt ? `Terminée le ${formatInstant(reading.finishedAt)}.` : "En cours."}</p>;
}
