import type { Metadata } from "next";
import { notFound, permanentRedirect } from "next/navigation";
import { AnswerHabit } from "#components/internships/answer-habit";
import { JsonLd } from "#components/seo/json-ld";
import { MemberContact } from "#components/structures/member-contact";
import { MemberLogo } from "#components/structures/member-logo";
import { TerritoryMap } from "#components/structures/territory-map";
import { Breadcrumb } from "#components/ui/breadcrumb";
import { BrickList } from "#components/ui/brick-list";
import { BrickRow } from "#components/ui/brick-row";
import { CommissionLabel } from "#components/ui/commission-label";
import { PageHeader } from "#components/ui/page-header";
import { Paragraphs } from "#components/ui/paragraphs";
import { Section } from "#components/ui/section";
import { TagList } from "#components/ui/tag-list";
import { listThanks, type PublicThanks } from "#lib/exchange/thanks/queries";
import { findAnswerHabit } from "#lib/internships/applications/promise/queries";
import { requestTime } from "#lib/platform/clock";
import { dayOfColumn, formatDayShort } from "#lib/platform/dates";
import { absolute, paths } from "#lib/platform/paths";
import { visitor } from "#lib/policy/actor";
import { breadcrumbStatement, memberStatement } from "#lib/seo/json-ld";
import { directoryHref } from "#lib/structures/directory/schema";
import { KIND_LABELS, placeInWords } from "#lib/structures/labels";
import { findMember, findRenamedMember, type MemberView } from "#lib/structures/queries";

type Props = PageProps<"/annuaire/[slug]">;

async function load({ params }: Props): Promise<MemberView> {
  const { slug } = await params;
  const member = await findMember(visitor, slug, requestTime());
  if (member) return member;
  const renamed = await findRenamedMember(visitor, slug, requestTime());
  if (renamed) permanentRedirect(paths.member(renamed));
  notFound();
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const member = await load(props);
  const place = placeInWords(member.city);
  return {
    title: `${member.name} – ${place} – Annuaire`,
    description:
      member.summary ||
      `${member.name}, ${KIND_LABELS[member.kind].toLowerCase()} dans l’Artois, adhérent du club TacTic.`,
    alternates: { canonical: absolute(paths.member(member.slug)) },
    openGraph: { type: "profile", title: member.name, url: absolute(paths.member(member.slug)) },
  };
}

export default async function MemberPage(props: Props) {
  const member = await load(props);
  return (
    <>
      <JsonLd
        statements={[
          memberStatement(member),
          breadcrumbStatement([
            { name: "Annuaire", path: paths.directory },
            { name: member.name, path: paths.member(member.slug) },
          ]),
        ]}
      />
      <PageHeader
        breadcrumb={<Breadcrumb steps={[{ label: "Annuaire", href: paths.directory }]} here={member.name} />}
        kicker={`${KIND_LABELS[member.kind]} · ${placeInWords(member.city)}${member.isFictional ? " · structure fictive" : ""}`}
        title={member.name}
        lead={member.summary}
      >
        {member.logoKey && <MemberLogo logoKey={member.logoKey} name={member.name} size="page" />}
        <ul className="flex flex-wrap gap-x-6 gap-y-2" aria-label="Commissions">
          {member.commissions.map(({ slug, name }) => (
            <li key={slug}>
              <CommissionLabel slug={slug} name={name} href={paths.commission(slug)} />
            </li>
          ))}
        </ul>
      </PageHeader>
      <MemberText member={member} />
      <Section title="Joindre" id="joindre">
        <div className="grid gap-8 md:grid-cols-2">
          <div>
            <MemberContact member={member} />
          </div>
          {member.commune && (
            <TerritoryMap
              variant="member"
              dots={[{ communeSlug: member.commune.slug, count: 1, commissions: [] }]}
              selected={member.commune.slug}
              label={`${member.commune.name} sur la carte de l’Artois`}
            />
          )}
        </div>
      </Section>
      <MemberReferences member={member} />
      <MemberThanks thanks={await listThanks(member.slug)} />
      <MemberInternships member={member} habit={await findAnswerHabit(member.slug)} />
    </>
  );
}

function MemberText({ member }: { member: MemberView }) {
  // The header has said the first sentence.
  const rest = member.description.startsWith(member.summary)
    ? member.description.slice(member.summary.length).trim()
    : member.description;
  return (
    <>
      {rest !== "" && (
        <Section title="Présentation" id="presentation">
          <Paragraphs text={rest} />
        </Section>
      )}
      {member.skills.length > 0 && (
        <Section title="Compétences" id="competences" intro="Chacune mène aux adhérents qui la partagent.">
          <TagList
            tags={member.skills.map(({ slug, label }) => ({
              label,
              href: directoryHref(slug ? { skill: slug } : { q: label }),
            }))}
          />
        </Section>
      )}
    </>
  );
}

function MemberReferences({ member }: { member: MemberView }) {
  if (member.references.length === 0) return null;
  return (
    <Section title="Références" id="references" intro="Ce que la structure dit avoir réalisé.">
      <BrickList>
        {member.references.map(({ customer, work, year }) => (
          <BrickRow
            key={`${year} ${customer}`}
            title={work}
            kicker={customer}
            aside={<p className="display text-lg figures">{year}</p>}
          />
        ))}
      </BrickList>
    </Section>
  );
}

function MemberThanks({ thanks }: { thanks: PublicThanks[] }) {
  if (thanks.length === 0) return null;
  return (
    <Section title="Entre adhérents" id="merci" intro="Ce que des adhérents se sont dit après un coup de main.">
      {thanks.map(({ key, text, title, from, to }) => (
        <figure key={key} className="thanks">
          <blockquote>{text}</blockquote>
          <figcaption>
            <a href={paths.member(from.slug)}>{from.name}</a> à <a href={paths.member(to.slug)}>{to.name}</a>, pour «{" "}
            {title} »
          </figcaption>
        </figure>
      ))}
    </Section>
  );
}

type InternshipsProps = { member: MemberView; habit: Awaited<ReturnType<typeof findAnswerHabit>> };

function MemberInternships({ member, habit }: InternshipsProps) {
  if (member.internships.length === 0 && !habit) return null;
  return (
    <Section title="Stages" id="stages" more={{ href: paths.internships, label: "Tous les stages" }}>
      <p className="measure">
        <AnswerHabit name={member.name} habit={habit} />
      </p>
      <BrickList>
        {member.internships.map(({ slug, title, startsOn, weeks }) => (
          <BrickRow
            key={slug}
            title={title}
            href={paths.internship(slug)}
            aside={<p>{`${weeks}\u00a0semaines à partir du ${formatDayShort(dayOfColumn(startsOn))}`}</p>}
          />
        ))}
      </BrickList>
    </Section>
  );
}
