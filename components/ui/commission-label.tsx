import { CommissionGlyph } from "./commission-glyph.tsx";

type Props = { slug: string; name: string; href?: string };

/** Glyph, colour and name together: the colour never speaks alone. */
export function CommissionLabel({ slug, name, href }: Props) {
  const content = (
    <>
      <CommissionGlyph slug={slug} />
      <span>{name}</span>
    </>
  );
  if (!href) return <span className={`commission-label commission-${slug}`}>{content}</span>;
  return (
    <a className={`commission-label commission-${slug}`} href={href}>
      {content}
    </a>
  );
}
