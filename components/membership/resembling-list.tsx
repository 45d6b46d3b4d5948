import { Section } from "#components/ui/section";
import type { Resembling } from "#lib/membership/applications/review/queries";
import { paths } from "#lib/platform/paths";

const STATUS: Record<string, string> = {
  active: "adhérente",
  lapsed: "cotisation échue",
  resigned: "a quitté le club",
  removed: "radiée",
  applicant: "ancienne fiche de candidate",
  pending: "demande en cours",
  accepted: "demande acceptée",
  refused: "demande refusée",
  withdrawn: "demande retirée",
};

/** What may be the same structure under another line: the board looks before it decides. */
export function ResemblingList({ found }: { found: Resembling[] }) {
  if (found.length === 0) return null;
  return (
    <Section title="Peut-être déjà connue" intro="Même SIRET, même domaine ou nom voisin.">
      <div className="notice notice-warning">
        <ul>
          {found.map((one) => (
            <li key={one.id}>
              <Name of={one} />
              {one.city && `, ${one.city}`} ({STATUS[one.status] ?? one.status}) : <strong>{reasons(one)}</strong>
            </li>
          ))}
        </ul>
      </div>
    </Section>
  );
}

/** A structure that left has no page any more. */
function Name({ of: { kind, id, slug, status, name } }: { of: Resembling }) {
  if (kind === "application") return <a href={paths.boardApplication(id)}>{name}</a>;
  return slug && status === "active" ? <a href={paths.member(slug)}>{name}</a> : name;
}

function reasons({ isSameSiret, isSameDomain }: Resembling): string {
  const known = [isSameSiret && "même SIRET", isSameDomain && "même domaine"].filter(Boolean);
  return known.length > 0 ? known.join(", ") : "nom voisin";
}
