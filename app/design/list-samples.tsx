import { BrickList } from "#components/ui/brick-list";
import { BrickRow } from "#components/ui/brick-row";
import { ButtonLink } from "#components/ui/button-link";
import { CommissionGlyph } from "#components/ui/commission-glyph";
import { CommissionLabel } from "#components/ui/commission-label";
import { DateBlock } from "#components/ui/date-block";
import { EmptyState } from "#components/ui/empty-state";
import { FilterList } from "#components/ui/filter-list";
import { Pager } from "#components/ui/pager";
import { Section } from "#components/ui/section";
import { TagList } from "#components/ui/tag-list";
import { commissions, members } from "./samples.ts";

export function ListSamples() {
  return (
    <>
      <Section
        title="Nos derniers adhérents"
        id="adherents"
        layout="stacked"
        more={{ href: "#", label: "Tout l’annuaire" }}
      >
        <BrickList isStaggered>
          {members.map((member) => (
            <BrickRow
              key={member.name}
              href="#"
              kicker={member.trade}
              title={member.name}
              aside={
                <>
                  <p>{member.town}</p>
                  <CommissionLabel
                    slug={member.commission}
                    name={commissions.find((one) => one.slug === member.commission)?.name ?? ""}
                    href="#"
                  />
                </>
              }
            >
              <p>{member.summary}</p>
              <TagList tags={member.skills.map((label) => ({ label, href: "#" }))} />
            </BrickRow>
          ))}
        </BrickList>
        <Pager words="Page 2 sur 5, 118 adhérents" previous="#" next="#" />
      </Section>
      <Section
        title="À l’agenda"
        id="agenda"
        intro="Les rencontres ouvertes à tous."
        more={{ href: "#", label: "Tout l’agenda" }}
      >
        <BrickList>
          {["2026-10-08", "2026-12-01", "2027-05-23"].map((day) => (
            <BrickRow
              key={day}
              href="#"
              lead={<DateBlock day={day} />}
              title="Lancement officiel du club"
              aside="Arras"
            >
              <p>À 18 h 30, dans une salle prêtée par la CCI de l’Artois.</p>
            </BrickRow>
          ))}
        </BrickList>
      </Section>
      <Section title="Les commissions" id="commissions" intro="Cinq sujets, une rencontre tous les un à deux mois.">
        <BrickList>
          {commissions.map((commission) => (
            <BrickRow
              key={commission.slug}
              href="#"
              lead={<CommissionGlyph slug={commission.slug} className="text-4xl" />}
              title={commission.name}
              aside="12 membres"
            />
          ))}
        </BrickList>
      </Section>
      <Section title="Filtres et liste vide" id="filtres">
        <div className="grid gap-8 sm:grid-cols-2">
          <FilterList
            title="Commission"
            clearHref="#"
            options={commissions.map((commission, index) => ({
              key: commission.slug,
              label: <CommissionLabel slug={commission.slug} name={commission.name} />,
              count: 12 - index,
              href: "#",
              isCurrent: index === 1,
            }))}
          />
          <EmptyState
            title="Aucun adhérent ne correspond"
            actions={
              <ButtonLink href="#" kind="secondary">
                Effacer les filtres
              </ButtonLink>
            }
          >
            <p>Essayez un mot plus court, ou retirez la commune.</p>
          </EmptyState>
        </div>
      </Section>
    </>
  );
}
