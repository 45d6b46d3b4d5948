import { BrickRow } from "#components/ui/brick-row";
import { CommissionGlyph } from "#components/ui/commission-glyph";
import { TagList } from "#components/ui/tag-list";
import { paths } from "#lib/platform/paths";
import type { MemberSummary } from "#lib/structures/directory/queries";
import { KIND_LABELS, placeInWords } from "#lib/structures/labels";
import { MemberLogo } from "./member-logo.tsx";

type Props = { member: MemberSummary; commissionNames: Map<string, string>; heading?: "h2" | "h3" };

/** How many skills a row shows; the page has them all. */
const SHOWN_SKILLS = 5;

/** One member of the directory: trade, name, what it does, its skills, where it is. */
export function MemberRow({ member, commissionNames, heading = "h3" }: Props) {
  return (
    <BrickRow
      heading={heading}
      kicker={member.isFictional ? `${KIND_LABELS[member.kind]} · structure fictive` : KIND_LABELS[member.kind]}
      title={member.name}
      href={paths.member(member.slug)}
      ties={{ has: [member.citySlug, ...member.commissions] }}
      aside={
        <>
          {member.logoKey && <MemberLogo logoKey={member.logoKey} size="row" />}
          <p className="display text-lg text-charbon">{placeInWords(member.city)}</p>
          {member.commissions.length > 0 && (
            <ul className="mt-3 flex flex-col gap-1 text-sm" aria-label="Commissions">
              {member.commissions.map((slug) => (
                <li key={slug} className={`commission-label commission-${slug}`}>
                  <CommissionGlyph slug={slug} />
                  <span>{commissionNames.get(slug) ?? slug}</span>
                </li>
              ))}
            </ul>
          )}
        </>
      }
    >
      {member.summary && <p>{member.summary}</p>}
      <TagList label="Compétences" tags={member.skills.slice(0, SHOWN_SKILLS).map((label) => ({ label }))} />
    </BrickRow>
  );
}
