import { headers } from "next/headers";
import type { ReactNode } from "react";

export interface SectionGroup {
  /** Null: its links need no title. */
  title: string | null;
  links: { href: string; label: string }[];
}

type Props = {
  /** "Espace membre", "Comité directeur". */
  title: string;
  sections: SectionGroup[];
  /** Above the sections: in whose name one acts. */
  identity?: ReactNode;
  children: ReactNode;
};

/** A private area: its sections stand in the margin, folded away on a phone. Denser than the public pages. */
export async function Area({ title, sections, identity, children }: Props) {
  const path = (await headers()).get("x-portal-path") ?? "";
  const groups = sections.filter(({ links }) => links.length > 0);
  const current = currentLink(
    path,
    groups.flatMap(({ links }) => links),
  );
  return (
    <div className="area">
      <nav className="area-nav" aria-label={title}>
        <p className="area-title">{title}</p>
        {identity}
        <details className="area-sections">
          <summary>
            Rubriques <span>{current?.label}</span>
          </summary>
          {groups.map((group) => (
            <div className="area-group" key={group.links[0]?.href}>
              {group.title && <p className="area-group-title">{group.title}</p>}
              <ul>
                {group.links.map(({ href, label }) => (
                  <li key={href}>
                    <a
                      href={href}
                      aria-current={href === current?.href ? (href === path ? "page" : "true") : undefined}
                    >
                      {label}
                    </a>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </details>
      </nav>
      <div className="area-body">{children}</div>
    </div>
  );
}

/** The one whose address is the longest beginning of the path; the first, the area's own page, stands for itself alone. */
function currentLink<T extends { href: string }>(path: string, [own, ...links]: T[]): T | undefined {
  if (path === own?.href) return own;
  return links
    .filter(({ href }) => path === href || path.startsWith(`${href}/`))
    .sort((a, b) => b.href.length - a.href.length)[0];
}
