import type { CampaignKind } from "#lib/generated/prisma/enums";

export const CAMPAIGN_KIND_LABELS: Record<CampaignKind, string> = {
  service: "Message de service",
  newsletter: "Lettre du club",
};
