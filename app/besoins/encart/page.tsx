import type { Metadata } from "next";
import { NeedForm } from "#components/needs/need-form";
import { Section } from "#components/ui/section";
import { requestTime } from "#lib/platform/clock";
import { openedToken } from "#lib/platform/human-form";
import { absolute, paths } from "#lib/platform/paths";

export const metadata: Metadata = { title: "Confier un besoin", robots: { index: false } };

/** The same form, for another site's frame. */
export default function NeedFramePage() {
  return (
    <Section
      title="Votre besoin informatique"
      intro="Avec le club TacTic, les informaticiens de l’Artois."
      layout="stacked"
    >
      <NeedForm opened={openedToken(requestTime())} privacyHref={absolute(paths.privacy)} isFramed />
    </Section>
  );
}
