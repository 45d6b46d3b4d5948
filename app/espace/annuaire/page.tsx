import type { Metadata } from "next";
import { DataTable } from "#components/ui/data-table";
import { EmptyState } from "#components/ui/empty-state";
import { PageHeader } from "#components/ui/page-header";
import { Pages } from "#components/ui/pages";
import { SearchForm } from "#components/ui/search-form";
import { Section } from "#components/ui/section";
import { pageParameter, readPage, readParameter, writeAddress } from "#lib/platform/address";
import { requestTime } from "#lib/platform/clock";
import { count } from "#lib/platform/french";
import { paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import { placeInWords } from "#lib/structures/labels";
import { listContacts } from "#lib/structures/queries";

export const metadata: Metadata = { title: "Entre adhérents" };

export default async function ContactsPage({ searchParams }: PageProps<"/espace/annuaire">) {
  const query = await searchParams;
  const page = readPage(query);
  const q = readParameter(query, "q");
  const actor = await requireActor();
  const { items, total, perPage } = await listContacts(actor, { page, ...(q ? { q } : {}) }, requestTime());
  const href = (number: number) => writeAddress(paths.memberContacts, { q, page: pageParameter(number) });
  return (
    <>
      <PageHeader
        kicker="Espace membre"
        title="Entre adhérents"
        lead="Qui appeler, à qui écrire : ce que chaque structure et chaque personne montre aux autres adhérents."
      >
        <SearchForm action={paths.memberContacts} label="Un nom, une ville" {...(q ? { defaultValue: q } : {})} />
      </PageHeader>
      <Section title={count(total, "structure")} layout="stacked">
        {items.length === 0 ? (
          <EmptyState title="Aucune structure ne porte ce nom, ni n’est dans cette ville">
            <p>
              <a href={paths.memberContacts}>Voir toutes les structures</a>
            </p>
          </EmptyState>
        ) : (
          <DataTable
            caption="Par ordre alphabétique"
            rows={items}
            rowKey={({ slug }) => slug}
            columns={[
              {
                label: "Structure",
                cell: ({ slug, name, city }) => (
                  <>
                    <a href={paths.member(slug)}>{name}</a>
                    <span className="field-hint block">{placeInWords(city)}</span>
                  </>
                ),
              },
              {
                label: "Joindre",
                cell: ({ phone, email }) => (
                  <>
                    {phone && <a href={`tel:${phone.replaceAll(" ", "")}`}>{phone}</a>}
                    {email && (
                      <a className="block break-words" href={`mailto:${email}`}>
                        {email}
                      </a>
                    )}
                  </>
                ),
              },
              {
                label: "Interlocuteurs",
                cell: ({ people }) => (
                  <ul>
                    {people.map(({ name, position }) => (
                      <li key={name}>{position ? `${name}, ${position}` : name}</li>
                    ))}
                  </ul>
                ),
              },
            ]}
          />
        )}
        <Pages page={page} total={total} perPage={perPage} href={href} />
      </Section>
    </>
  );
}
