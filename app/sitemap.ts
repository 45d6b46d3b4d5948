import type { MetadataRoute } from "next";
import { absolute, paths } from "#lib/platform/paths";
import { visitor } from "#lib/policy/actor";
import { listAddresses } from "#lib/seo/queries";

export const dynamic = "force-dynamic";

const standing = [
  paths.home,
  paths.directory,
  paths.commissions,
  paths.agenda,
  paths.internships,
  paths.news,
  paths.club,
  paths.publicResults,
  paths.allPublicMinutes,
  paths.join,
  paths.legalNotice,
  paths.privacy,
  paths.accessibility,
];

/** Every public page, with the day of its last change where it is known. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const addresses = await listAddresses(visitor, new Date());
  return [
    ...standing.map((path) => ({ url: absolute(path) })),
    ...addresses.map(({ path, changedAt }) => ({ url: absolute(path), ...(changedAt && { lastModified: changedAt }) })),
  ];
}
