import { headers } from "next/headers";
import type { ReactNode } from "react";

type Props = {
  /** "Espace membre", "Comité directeur". */
  title: string;
  sections: { href: string; label: string }[];
  /** Above the sections: in whose name one acts. */
  identity?: ReactNode;
  children: ReactNode;
};

/** A private area: its sections stand in the margin, folded away on a phone. Denser than the public pages. */
export async function Area({ title, sections, identity, children }: Props) {
  const path = (await headers()).get("x-portal-path") ?? "";
  const current = currentSection(
    path,
    sections.map(({ href }) => href),
  );
  return (
    <div className="area">
      <nav className="area-nav" aria-label={title}>
        <p className="area-title">{title}</p>
        {identity}
        <details className="area-sections">
          <summary>
            Rubriques <span>{sections.find(({ href }) => href === current)?.label}</span>
          </summary>
          <ul>
            {sections.map(({ href, label }) => (
              <li key={href}>
                <a href={href} aria-current={href === current ? (href === path ? "page" : "true") : undefined}>
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </details>
      </nav>
      <div className="area-body">{children}</div>
    </div>
  );
}

/** The section whose address is the longest beginning of the path. */
function currentSection(path: string, hrefs: string[]): string | undefined {
  return hrefs.filter((href) => path === href || path.startsWith(`${href}/`)).sort((a, b) => b.length - a.length)[0];
}
