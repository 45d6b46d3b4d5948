import type { Metadata } from "next";
import { TenderRow } from "#components/tenders/tender-row";
import { BrickList } from "#components/ui/brick-list";
import { ButtonLink } from "#components/ui/button-link";
import { EmptyState } from "#components/ui/empty-state";
import { FilterList } from "#components/ui/filter-list";
import { PageHeader } from "#components/ui/page-header";
import { Pages } from "#components/ui/pages";
import { Reveal } from "#components/ui/reveal";
import { SearchForm } from "#components/ui/search-form";
import { Section } from "#components/ui/section";
import { pageParameter, type Query, readPage, readParameter, writeAddress } from "#lib/platform/address";
import { requestTime } from "#lib/platform/clock";
import { count } from "#lib/platform/french";
import { paths } from "#lib/platform/paths";
import { requireRight } from "#lib/platform/session";
import { CPV_FILTERS } from "#lib/tenders/cpv/rules";
import { DEPARTMENT_LABELS } from "#lib/tenders/labels";
import { listSkillChoices, listTenders } from "#lib/tenders/queries";

export const metadata: Metadata = { title: "Appels d’offres" };

export default async function TendersPage({ searchParams }: PageProps<"/espace/appels-d-offres">) {
  const query = await searchParams;
  const actor = await requireRight("read", "Tender");
  const now = requestTime();
  const page = readPage(query);
  const chosen = readChosen(query);
  const [{ items, total, perPage }, commissions] = await Promise.all([
    listTenders(
      actor,
      {
        words: chosen.q,
        cpv: chosen.cpv,
        skill: chosen.competence,
        department: chosen.departement,
        isOurs: chosen.mains === "oui",
        isAll: chosen.tous === "oui",
      },
      page,
      now,
    ),
    listSkillChoices(actor, now),
  ]);
  const href = (change: Change) => writeAddress(paths.tenders, { ...chosen, page: undefined, ...change });
  return (
    <>
      <PageHeader
        kicker="Répondre ensemble"
        title="Appels d’offres"
        lead="Ce que les acheteurs d’ici cherchent. Levez la main pour un lot : vous verrez qui d’autre l’a levée, et qui manque."
      >
        <div className="actions">
          <ButtonLink href={paths.newTender}>Signaler un appel d’offres</ButtonLink>
          <ButtonLink href={paths.tenderAlerts} kind="secondary">
            Choisir mes alertes
          </ButtonLink>
        </div>
      </PageHeader>
      <Section title={count(total, "appel d’offres", "appels d’offres")} layout="stacked">
        <SearchForm
          action={paths.tenders}
          label="Chercher un objet, un acheteur, une référence"
          defaultValue={chosen.q ?? ""}
        />
        <Filters chosen={chosen} href={href} commissions={commissions} />
        {items.length === 0 ? (
          <EmptyState
            title="Aucun appel d’offres ici"
            actions={<ButtonLink href={paths.newTender}>Signaler celui que vous avez vu</ButtonLink>}
          >
            <p>
              <a href={paths.tenders}>Voir tous ceux qui sont ouverts</a>
            </p>
          </EmptyState>
        ) : (
          <BrickList>
            {items.map((tender) => (
              <TenderRow key={tender.id} tender={tender} now={now} />
            ))}
          </BrickList>
        )}
        <Pages page={page} total={total} perPage={perPage} href={(number) => href({ page: pageParameter(number) })} />
      </Section>
    </>
  );
}

type Chosen = ReturnType<typeof readChosen>;
type Change = Partial<Record<keyof Chosen | "page", string | undefined>>;

function readChosen(query: Query) {
  const cpv = readParameter(query, "cpv");
  return {
    q: readParameter(query, "q"),
    cpv: cpv && /^\d{2,8}$/.test(cpv) ? cpv : undefined,
    competence: readParameter(query, "competence"),
    departement: Object.keys(DEPARTMENT_LABELS).find((code) => code === readParameter(query, "departement")),
    mains: readParameter(query, "mains") === "oui" ? "oui" : undefined,
    tous: readParameter(query, "tous") === "oui" ? "oui" : undefined,
  };
}

type FilterProps = {
  chosen: Chosen;
  href: (change: Change) => string;
  commissions: Awaited<ReturnType<typeof listSkillChoices>>;
};

function Filters({ chosen, href, commissions }: FilterProps) {
  const skill = commissions.flatMap(({ skills }) => skills).find(({ slug }) => slug === chosen.competence);
  return (
    <>
      <FilterList
        title="Domaine (CPV)"
        clearHref={href({ cpv: undefined })}
        options={CPV_FILTERS.map(({ prefix, label }) => ({
          key: prefix,
          label,
          href: href({ cpv: prefix }),
          isCurrent: prefix === chosen.cpv,
        }))}
      />
      <FilterList
        title="Département"
        clearHref={href({ departement: undefined })}
        options={Object.entries(DEPARTMENT_LABELS).map(([code, label]) => ({
          key: code,
          label,
          href: href({ departement: code }),
          isCurrent: code === chosen.departement,
        }))}
      />
      <FilterList
        title="Lesquels"
        options={[
          {
            key: "mains",
            label: "Où notre main est levée",
            href: href({ mains: chosen.mains ? undefined : "oui" }),
            isCurrent: chosen.mains === "oui",
          },
          {
            key: "tous",
            label: "Aussi ceux qui sont clos",
            href: href({ tous: chosen.tous ? undefined : "oui" }),
            isCurrent: chosen.tous === "oui",
          },
        ]}
      />
      <Reveal label={skill ? `Compétence demandée\u202f: ${skill.label}` : "Choisir par compétence demandée"}>
        {commissions.map(({ slug, name, skills }) => (
          <FilterList
            key={slug}
            title={name}
            options={skills.map((one) => ({
              key: one.slug,
              label: one.label,
              href: href({ competence: one.slug }),
              isCurrent: one.slug === chosen.competence,
            }))}
          />
        ))}
        <p>
          <a href={href({ competence: undefined })}>Toutes les compétences</a>
        </p>
      </Reveal>
    </>
  );
}
