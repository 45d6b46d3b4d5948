import { PUBLIC_PAGES, type PublicPage } from "../lib/platform/public-pages.ts";

/** Where the pages that have a slug are listed. */
const LISTS: Record<string, string> = {
  "/annuaire/[slug]": "/annuaire",
  "/commissions/[slug]": "/commissions",
  "/agenda/[slug]": "/agenda",
  "/stages/[slug]": "/stages",
  "/actualites/[slug]": "/actualites",
  "/comptes-rendus/[slug]": "/comptes-rendus",
};

/** Every row of the table of public pages, each with the address of a page that exists: the first of its list. */
export async function everyPublicPage(origin: string): Promise<(PublicPage & { example: string })[]> {
  const pages: (PublicPage & { example: string })[] = [];
  for (const page of PUBLIC_PAGES) pages.push({ ...page, example: await exampleOf(page.path, origin) });
  return pages;
}

async function exampleOf(path: string, origin: string): Promise<string> {
  if (!path.includes("[slug]")) return path;
  const list = LISTS[path];
  if (!list) throw new Error(`${path} is new: say where its pages are listed`);
  const html = await (await fetch(origin + list)).text();
  const example = new RegExp(`<article[^]*?href="(${list}/[a-z0-9-]+)"`).exec(html)?.[1];
  if (!example) throw new Error(`${list} lists nothing`);
  return example;
}
