import { type DomainMatrix, everybody, publicData } from "./words.ts";

export const feeds: DomainMatrix = {
  doors: {
    "app/api/v1/members/route.ts#GET": publicData,
    "app/api/v1/members/[slug]/route.ts#GET": publicData,
    "app/api/v1/commissions/route.ts#GET": publicData,
    "app/api/v1/events/route.ts#GET": publicData,
    "app/api/v1/internships/route.ts#GET": publicData,
    "app/api/v1/openapi.json/route.ts#GET": everybody("describes the API, holds no data"),
    "app/api/feeds/annuaire/csv/route.ts#GET": publicData,
    "app/api/feeds/annuaire/[slug]/vcf/route.ts#GET": publicData,
    "app/api/feeds/commissions/csv/route.ts#GET": publicData,
    "app/api/feeds/commissions/[slug]/ics/route.ts#GET": publicData,
    "app/api/feeds/agenda/csv/route.ts#GET": publicData,
    "app/api/feeds/agenda/ics/route.ts#GET": publicData,
    "app/api/feeds/agenda/[slug]/ics/route.ts#GET": publicData,
    "app/api/feeds/stages/csv/route.ts#GET": publicData,
    "app/api/feeds/stages/atom/route.ts#GET": publicData,
    "app/api/feeds/actualites/csv/route.ts#GET": publicData,
    "app/api/feeds/actualites/atom/route.ts#GET": publicData,
  },
  expected: [],
};
