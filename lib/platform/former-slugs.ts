import "server-only";
import { db } from "./db.ts";
import { readTag } from "./page-tags.ts";
import { isSlug } from "./slug.ts";

/** What can be renamed and keep its old address. */
export type SluggedKind = "structure" | "event" | "internship" | "news_post";

/** The id of what was once at `slug`; null when nothing was. The caller asks whether it may be seen. */
export async function findFormerSubject(kind: SluggedKind, slug: string): Promise<string | null> {
  readTag("former_slug");
  if (!isSlug(slug)) return null;
  const former = await db().formerSlug.findUnique({
    where: { kind_slug: { kind, slug } },
    select: { subjectId: true },
  });
  return former?.subjectId ?? null;
}
