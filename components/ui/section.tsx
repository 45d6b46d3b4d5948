import type { ReactNode } from "react";

type Props = {
  title: ReactNode;
  id?: string;
  intro?: ReactNode;
  /** Where the whole list is. */
  more?: { href: string; label: string };
  children: ReactNode;
  /** `stacked`: the title above its content, for what needs the whole width. */
  layout?: "margin" | "stacked";
};

/** A part of a page: the title stands in the margin like a newspaper's, its content beside it. */
export function Section({ title, id, intro, more, children, layout = "margin" }: Props) {
  return (
    <section className={`sheet section section-${layout}`} id={id} aria-labelledby={id ? `${id}-titre` : undefined}>
      <div className="section-rule">
        <div className="section-head">
          <h2 id={id ? `${id}-titre` : undefined}>{title}</h2>
          {intro && <div className="section-intro">{intro}</div>}
          {more && (
            <p>
              <a className="arrow" href={more.href}>
                {more.label}
              </a>
            </p>
          )}
        </div>
        <div className="section-body">{children}</div>
      </div>
    </section>
  );
}
