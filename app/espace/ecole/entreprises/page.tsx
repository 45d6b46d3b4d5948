import type { Metadata } from "next";
import { Breadcrumb } from "#components/ui/breadcrumb";
import { DataTable } from "#components/ui/data-table";
import { EmptyState } from "#components/ui/empty-state";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { listHosts } from "#lib/internships/applications/hosts/queries";
import { SMALL_HOUSE } from "#lib/internships/law";
import { requestTime } from "#lib/platform/clock";
import { count } from "#lib/platform/french";
import { paths } from "#lib/platform/paths";
import { requireRight } from "#lib/platform/session";

export const metadata: Metadata = { title: "Les entreprises qui accueillent" };

export default async function HostsPage() {
  const hosts = await listHosts(await requireRight("read", "School"), requestTime());
  const { interns, below, percentBeyond } = SMALL_HOUSE;
  return (
    <>
      <PageHeader
        breadcrumb={<Breadcrumb steps={[{ label: "Notre promotion", href: paths.school }]} here="Entreprises" />}
        title="Les entreprises qui accueillent"
        lead="Comment elles répondent, ce qu’elles offrent encore, et combien de stagiaires la loi leur permet d’ajouter."
      />
      <Section
        title="Au club"
        layout="stacked"
        intro={`${interns} stagiaires à la fois au plus en dessous de ${below} salariés, puis ${percentBeyond} % de l’effectif (code de l’éducation, R124-10). Sans effectif connu, le plus petit nombre est retenu.`}
      >
        {hosts.length === 0 ? (
          <EmptyState title="Aucune entreprise ne propose de stage en ce moment" />
        ) : (
          <DataTable
            caption="Entreprises du club"
            rows={hosts}
            rowKey={({ slug }) => slug}
            columns={[
              { label: "Entreprise", cell: ({ name, slug }) => <a href={paths.member(slug)}>{name}</a> },
              { label: "Ville", cell: ({ city }) => city ?? "Artois" },
              {
                label: "Répond",
                cell: ({ days, silences }) =>
                  [
                    days === null
                      ? "trop tôt pour le dire"
                      : days < 1
                        ? "dans la journée"
                        : `en ${count(days, "jour")}`,
                    silences > 0 && `${count(silences, "silence")}`,
                  ]
                    .filter(Boolean)
                    .join(" ; "),
              },
              { label: "Places à prendre", cell: ({ placesOpen }) => placesOpen, isNumeric: true },
              {
                label: "La loi permet encore",
                cell: ({ legalLeft, isHeadcountKnown }) => (isHeadcountKnown ? legalLeft : `${legalLeft} au moins`),
                isNumeric: true,
              },
            ]}
          />
        )}
      </Section>
    </>
  );
}
