import type { Metadata } from "next";
import { notFound, permanentRedirect } from "next/navigation";
import { JsonLd } from "#components/seo/json-ld";
import { Breadcrumb } from "#components/ui/breadcrumb";
import { CommissionLabel } from "#components/ui/commission-label";
import { PageHeader } from "#components/ui/page-header";
import { Paragraphs } from "#components/ui/paragraphs";
import { findNewsPost, findRenamedNewsPost } from "#lib/news/queries";
import { requestTime } from "#lib/platform/clock";
import { dayOf, formatDay } from "#lib/platform/dates";
import { absolute, paths } from "#lib/platform/paths";
import { visitor } from "#lib/policy/actor";
import { breadcrumbStatement } from "#lib/seo/json-ld";

type Props = PageProps<"/actualites/[slug]">;

async function load({ params }: Props) {
  const { slug } = await params;
  const post = await findNewsPost(visitor, slug, requestTime());
  if (post) return post;
  const renamed = await findRenamedNewsPost(visitor, slug, requestTime());
  if (renamed) permanentRedirect(paths.newsPost(renamed));
  notFound();
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { slug, title, lead } = await load(props);
  return {
    title: `${title} – Actualités`,
    description: lead,
    alternates: { canonical: absolute(paths.newsPost(slug)) },
    openGraph: { type: "article", title, description: lead },
  };
}

export default async function NewsPostPage(props: Props) {
  const { slug, title, lead, body, publishedAt, commission } = await load(props);
  return (
    <article>
      <JsonLd
        statements={[
          breadcrumbStatement([
            { name: "Actualités", path: paths.news },
            { name: title, path: paths.newsPost(slug) },
          ]),
        ]}
      />
      <PageHeader
        breadcrumb={<Breadcrumb steps={[{ label: "Actualités", href: paths.news }]} here={title} />}
        kicker={publishedAt && formatDay(dayOf(publishedAt))}
        title={title}
        lead={lead}
      >
        {commission && (
          <CommissionLabel slug={commission.slug} name={commission.name} href={paths.commission(commission.slug)} />
        )}
      </PageHeader>
      <div className="sheet py-10">
        <Paragraphs text={body} />
      </div>
    </article>
  );
}
