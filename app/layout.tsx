import type { Metadata, Viewport } from "next";
import localFont from "next/font/local";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { DemonstrationBanner } from "#components/layout/demonstration-banner";
import { SiteFooter } from "#components/layout/site-footer";
import { SiteHeader } from "#components/layout/site-header";
import { getClub } from "#lib/club/queries";
import { absolute, paths } from "#lib/platform/paths";
import "./globals.css";

/** Each page carries the nonce of its own request: nothing is prerendered. */
export const dynamic = "force-dynamic";

const text = localFont({
  src: "../node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2",
  weight: "200 800",
  variable: "--font-atkinson",
  display: "swap",
});

const display = localFont({
  src: "../node_modules/@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-latin-wght-normal.woff2",
  weight: "200 800",
  variable: "--font-bricolage",
  display: "swap",
});

const description =
  "Les entreprises informatiques et les écoles de l’Artois, entre Arras, Béthune, Douai et Lens : trouvez près de chez vous un prestataire, un stage, un partenaire.";

export async function generateMetadata(): Promise<Metadata> {
  const club = await getClub();
  return {
    metadataBase: new URL(absolute("/")),
    title: { default: "TacTic, le club informatique de l’Artois", template: "%s · TacTic" },
    description,
    applicationName: "TacTic",
    openGraph: { siteName: "TacTic", locale: "fr_FR", type: "website" },
    robots: club.isDemonstration ? { index: false, follow: false } : { index: true, follow: true },
    formatDetection: { telephone: false },
  };
}

export const viewport: Viewport = {
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#faf6ee" },
    { media: "(prefers-color-scheme: dark)", color: "#17181c" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const club = await getClub();
  // Inside another site's frame, that site has a masthead of its own.
  const isFramed = (await headers()).get("x-portal-path")?.startsWith(paths.needFrame) ?? false;
  return (
    <html lang="fr" className={`${text.variable} ${display.variable}`}>
      <body>
        <a className="skip-link" href="#contenu">
          Aller au contenu
        </a>
        {club.isDemonstration && <DemonstrationBanner />}
        {!isFramed && <SiteHeader />}
        <main id="contenu" className="site-main" tabIndex={-1}>
          {children}
        </main>
        {!isFramed && <SiteFooter contactEmail={club.contactEmail} />}
      </body>
    </html>
  );
}
