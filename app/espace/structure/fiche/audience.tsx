import { DataTable } from "#components/ui/data-table";
import { Figure } from "#components/ui/figure";
import { Reveal } from "#components/ui/reveal";
import { Section } from "#components/ui/section";
import { formatMonth } from "#lib/platform/dates";
import type { AudienceView } from "#lib/structures/audience/queries";

/** What the page brought, and how it is counted. */
export function Audience({ audience: { views, contacts, months } }: { audience: AudienceView }) {
  return (
    <Section title="Ce que la fiche apporte" id="audience">
      <div className="actions">
        <Figure value={views} words={views > 1 ? "lectures en trente jours" : "lecture en trente jours"} />
        <Figure value={contacts} words={contacts > 1 ? "contacts en trente jours" : "contact en trente jours"} />
      </div>
      {months.length > 0 && (
        <Reveal label="Mois par mois">
          <DataTable
            caption="Sur douze mois"
            rows={months}
            rowKey={({ month }) => month}
            columns={[
              { label: "Mois", cell: ({ month }) => formatMonth(month) },
              { label: "Lectures", cell: (row) => row.views, isNumeric: true },
              { label: "Contacts", cell: (row) => row.contacts, isNumeric: true },
            ]}
          />
        </Reveal>
      )}
      <p className="field-hint">
        Une lecture : la page publique affichée à quelqu’un qui n’est pas connecté. Un contact : la carte téléchargée ou
        votre site ouvert depuis la page. Appels et e-mails ne se voient pas. Les robots qui se déclarent sont écartés.
        Aucune donnée sur les visiteurs n’est gardée, seulement un nombre par jour.
      </p>
    </Section>
  );
}
