import type { MetadataRoute } from "next";
import { getClub } from "#lib/club/queries";
import { absolute } from "#lib/platform/paths";

export const dynamic = "force-dynamic";

/** Demonstration data must not be found by anybody who looks for the club. */
export default async function robots(): Promise<MetadataRoute.Robots> {
  const { isDemonstration } = await getClub();
  if (isDemonstration) return { rules: { userAgent: "*", disallow: "/" } };
  return {
    rules: { userAgent: "*", allow: "/", disallow: ["/espace", "/comite", "/api", "/connexion", "/annuaire/*/site"] },
    sitemap: absolute("/sitemap.xml"),
  };
}
