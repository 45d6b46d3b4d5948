import { pageParameter, type Query, readPage, readParameter, writeAddress } from "#lib/platform/address";
import { paths } from "#lib/platform/paths";

export const EVENTS_PER_PAGE = 30;

/** What `/agenda` can be asked. */
export interface AgendaAddress {
  commission: string | undefined;
  isPast: boolean;
  page: number;
}

/** The parameters of `/agenda`, whatever was typed. */
export function readAgendaAddress(query: Query): AgendaAddress {
  return {
    commission: readParameter(query, "commission"),
    isPast: readParameter(query, "passe") === "1",
    page: readPage(query),
  };
}

/** The address that asks for this. */
export function agendaHref({ commission, isPast, page }: AgendaAddress): string {
  return writeAddress(paths.agenda, {
    commission,
    page: pageParameter(page),
    passe: isPast ? "1" : undefined,
  });
}
