import { Pager } from "./pager.tsx";

type Props = {
  page: number;
  /** The address of a page of this list. */
  href: (page: number) => string;
} & ({ total: number; perPage: number } | { hasMore: boolean });

/**
 * The pager of a numbered list, nothing when it has one page. A list that is not counted says whether it
 * `hasMore`.
 */
export function Pages({ page, href, ...list }: Props) {
  const last = "total" in list ? Math.ceil(list.total / list.perPage) : null;
  const hasNext = "hasMore" in list ? list.hasMore : page * list.perPage < list.total;
  if (last === null ? page === 1 && !hasNext : last <= 1) return null;
  return (
    <Pager
      words={last === null ? `Page ${page}` : `Page ${page} sur ${last}`}
      previous={page > 1 ? href(page - 1) : null}
      next={hasNext ? href(page + 1) : null}
    />
  );
}
