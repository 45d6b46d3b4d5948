import { headers } from "next/headers";
import { paths } from "#lib/platform/paths";
import { Mark } from "./mark.tsx";

const sections = [
  { href: paths.directory, label: "Annuaire" },
  { href: paths.newNeed, label: "Confier un besoin" },
  { href: paths.commissions, label: "Commissions" },
  { href: paths.agenda, label: "Agenda" },
  { href: paths.internships, label: "Stages" },
  { href: paths.news, label: "Actualités" },
  { href: paths.club, label: "Le club" },
  { href: paths.join, label: "Adhérer" },
];

/** The masthead, and the menu laid as courses of bricks: it wraps on a phone and needs no button. */
export async function SiteHeader() {
  const path = (await headers()).get("x-portal-path") ?? "";
  return (
    <header className="masthead">
      <div className="sheet masthead-top">
        <a className="masthead-brand" href={paths.home} aria-current={path === paths.home ? "page" : undefined}>
          <Mark />
          <span className="display">TacTic</span>
          <span className="sr-only">, accueil</span>
        </a>
        <p className="masthead-folio">
          Le club informatique de l’Artois
          <span>Arras · Béthune · Douai · Lens</span>
        </p>
        <a className="masthead-member" href={paths.memberArea}>
          Espace membre
        </a>
      </div>
      <nav className="masthead-nav" aria-label="Rubriques">
        <ul>
          {sections.map((section) => (
            <li key={section.href}>
              <a href={section.href} aria-current={currency(path, section.href)}>
                {section.label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  );
}

/** A page below a section marks the section without claiming to be it. */
function currency(path: string, href: string): "page" | "true" | undefined {
  if (path === href) return "page";
  return path.startsWith(`${href}/`) ? "true" : undefined;
}
