import { z } from "zod";
import { type Query, readParameter, writeAddress } from "#lib/platform/address";
import { cursor, writeCursor } from "#lib/platform/cursor";
import { paths } from "#lib/platform/paths";
import { isUuid } from "#lib/platform/uuid";

/** Which entries of the log; a value that means nothing is not kept. */
export interface AuditFilter {
  /** Part of a name or an address. */
  person?: string;
  action?: string;
  subjectKind?: string;
  subjectId?: string;
  /** Days, both included. */
  from?: string;
  to?: string;
}

// The key is a bigint: text on its way, or JavaScript would round it.
const position = cursor(z.object({ id: z.string().regex(/^\d{1,18}$/) }));

/**
 * The filter of an address, whatever was typed, and the entry after which its page begins; null from the latest
 * on.
 */
export function readAuditAddress(query: Query): { filter: AuditFilter; before: bigint | null } {
  const day = (name: string) => z.iso.date().safeParse(readParameter(query, name)).data;
  const subjectId = readParameter(query, "objet");
  const filter = {
    person: readParameter(query, "qui"),
    action: readParameter(query, "acte"),
    subjectKind: readParameter(query, "sur"),
    subjectId: subjectId && isUuid(subjectId) ? subjectId : undefined,
    from: day("du"),
    to: day("au"),
  };
  const after = position.safeParse(readParameter(query, "suite"));
  return {
    filter: Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)),
    before: after.success ? BigInt(after.data.id) : null,
  };
}

/** The log's address for this filter, from the start or from after the entry `before`. */
export function auditHref({ person, action, subjectKind, subjectId, from, to }: AuditFilter, before?: bigint): string {
  return writeAddress(paths.auditLog, {
    qui: person,
    acte: action,
    sur: subjectKind,
    objet: subjectId,
    du: from,
    au: to,
    suite: before === undefined ? undefined : writeCursor({ id: String(before) }),
  });
}
