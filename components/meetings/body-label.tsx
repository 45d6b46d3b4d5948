import { CommissionLabel } from "#components/ui/commission-label";

type Props = { slug: string | null; name: string };

/** Who meets: a commission with its glyph, or the board. */
export function BodyLabel({ slug, name }: Props) {
  return slug ? <CommissionLabel slug={slug} name={name} /> : name;
}
