import { atomAnswer } from "#lib/feeds/answers";
import { listNews } from "#lib/news/queries";
import { paths } from "#lib/platform/paths";
import { machineRoute } from "#lib/platform/problem";
import { visitor } from "#lib/policy/actor";

export const dynamic = "force-dynamic";

/** The club's latest posts. */
export const GET = machineRoute(async (request) => {
  const { items } = await listNews(visitor, { limit: 50 }, new Date());
  const entries = items.map((post) => ({
    id: post.id,
    title: post.title,
    path: paths.newsPost(post.slug),
    published: post.publishedAt ?? post.updatedAt,
    updated: post.updatedAt,
    summary: post.lead,
    category: post.commission && { term: post.commission.slug, label: post.commission.name },
  }));
  return atomAnswer(request, { title: "TacTic, actualités", self: paths.newsAtom, page: paths.news, entries });
});

export {
  methodRefused as DELETE,
  methodRefused as PATCH,
  methodRefused as POST,
  methodRefused as PUT,
  preflight as OPTIONS,
} from "#lib/platform/problem";
