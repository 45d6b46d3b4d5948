import { board, type DomainMatrix, everybody, read, signedIn } from "./words.ts";

const oversee = { intention: "oversee", subject: "Club" } as const;
const publish = { intention: "publish", subject: "Campaign" } as const;
const consent = { intention: "update", subject: "NewsletterConsent" } as const;
const signedLink = everybody("whoever holds the signed link of a letter, for its reader alone");

/** The board's desk: what waits, what was done, and its messages to the members. */
export const boardDesk: DomainMatrix = {
  doors: {
    "lib/board/queries.ts#getDesk": oversee,
    "lib/board/waiting/queries.ts#listWaiting": oversee,
    "lib/board/dashboard/queries.ts#countMembersOverTime": oversee,
    "lib/board/dashboard/queries.ts#listDrawnRhythms": oversee,
    "lib/audit/queries.ts#listAudit": read("AuditEntry"),
    "lib/audit/queries.ts#listAuditedActions": read("AuditEntry"),
    "lib/campaigns/queries.ts#listCampaigns": read("Campaign"),
    "lib/campaigns/queries.ts#findCampaign": read("Campaign"),
    "lib/campaigns/commands.ts#draftCampaign": publish,
    "lib/campaigns/commands.ts#sendTestCampaign": publish,
    "lib/campaigns/commands.ts#sendCampaign": publish,
    "lib/campaigns/actions.ts#draftCampaignAction": publish,
    "lib/campaigns/actions.ts#sendTestCampaignAction": publish,
    "lib/campaigns/actions.ts#sendCampaignAction": publish,
    "lib/campaigns/consents/queries.ts#findConsent": read("NewsletterConsent"),
    "lib/campaigns/consents/queries.ts#findSubscription": signedLink,
    "lib/campaigns/consents/commands.ts#giveConsent": consent,
    "lib/campaigns/consents/commands.ts#withdrawConsent": consent,
    "lib/campaigns/consents/commands.ts#unsubscribe": signedLink,
    "lib/campaigns/consents/actions.ts#giveConsentAction": consent,
    "lib/campaigns/consents/actions.ts#withdrawConsentAction": consent,
    "lib/campaigns/consents/actions.ts#unsubscribeAction": signedLink,
    "app/api/desinscription/[token]/route.ts#GET": signedLink,
    "app/api/desinscription/[token]/route.ts#POST": signedLink,
  },
  expected: [
    { intention: "read", subject: "AuditEntry", roles: board },
    { intention: "read", subject: "Campaign", roles: board },
    { intention: "publish", subject: "Campaign", roles: board },
    { intention: "read", subject: "NewsletterConsent", roles: signedIn },
    { intention: "update", subject: "NewsletterConsent", roles: signedIn },
  ],
};
