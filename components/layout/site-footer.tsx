import { paths } from "#lib/platform/paths";
import { Horizon } from "./horizon.tsx";
import { Mark } from "./mark.tsx";

type Props = { contactEmail: string | null };

const columns = [
  {
    title: "Trouver",
    links: [
      { href: paths.directory, label: "Un prestataire" },
      { href: paths.commissions, label: "Une commission" },
      { href: paths.internships, label: "Un stage" },
      { href: paths.agenda, label: "Une rencontre" },
    ],
  },
  {
    title: "Le club",
    links: [
      { href: paths.club, label: "Qui nous sommes" },
      { href: paths.news, label: "Actualités" },
      { href: paths.join, label: "Adhérer" },
      { href: paths.memberArea, label: "Espace membre" },
    ],
  },
  {
    title: "Suivre",
    links: [
      { href: paths.agendaCalendar, label: "Agenda (iCalendar)" },
      { href: paths.newsAtom, label: "Actualités (Atom)" },
      { href: paths.internshipsAtom, label: "Stages (Atom)" },
      { href: paths.directoryCsv, label: "Annuaire (CSV)" },
    ],
  },
];

const legal = [
  { href: paths.legalNotice, label: "Mentions légales" },
  { href: paths.privacy, label: "Confidentialité" },
  { href: paths.accessibility, label: "Accessibilité" },
];

export function SiteFooter({ contactEmail }: Props) {
  return (
    <footer className="colophon">
      <div className="sheet colophon-horizon">
        <Horizon />
      </div>
      <div className="colophon-ground">
        <div className="sheet colophon-grid">
          <div className="colophon-club">
            <Mark />
            <p className="display">Le réseau est à côté.</p>
            <p>
              TacTic réunit les entreprises informatiques et les écoles de l’Artois, entre Arras, Béthune, Douai et
              Lens.
            </p>
            {contactEmail && (
              <p>
                <a href={`mailto:${contactEmail}`}>{contactEmail}</a>
              </p>
            )}
          </div>
          <nav className="colophon-nav" aria-label="Plan du site">
            {columns.map((column) => (
              <section key={column.title}>
                <h2>{column.title}</h2>
                <ul>
                  {column.links.map((link) => (
                    <li key={link.label}>
                      <a href={link.href}>{link.label}</a>
                    </li>
                  ))}
                </ul>
              </section>
            ))}
          </nav>
        </div>
        <nav className="colophon-legal" aria-label="Informations légales">
          <ul className="sheet">
            {legal.map((link) => (
              <li key={link.href}>
                <a href={link.href}>{link.label}</a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </footer>
  );
}
