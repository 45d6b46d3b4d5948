import type { Metadata } from "next";
import { FrontPage } from "#components/home/front-page";
import { JsonLd } from "#components/seo/json-ld";
import { getClub } from "#lib/club/queries";
import { getHome } from "#lib/home/queries";
import { requestTime } from "#lib/platform/clock";
import { absolute, paths } from "#lib/platform/paths";
import { clubStatement } from "#lib/seo/json-ld";

export const metadata: Metadata = {
  title: { absolute: "TacTic – Le club informatique de l’Artois" },
  alternates: { canonical: absolute(paths.home) },
};

export default async function HomePage() {
  const [club, home] = await Promise.all([getClub(), getHome(requestTime())]);
  return (
    <>
      <JsonLd statements={[clubStatement(club)]} />
      <FrontPage home={home} />
    </>
  );
}
