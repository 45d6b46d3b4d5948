import type { Metadata } from "next";
import { NeedForm } from "#components/needs/need-form";
import { Section } from "#components/ui/section";
import { OPENED } from "#lib/needs/request/schema";
import { requestTime } from "#lib/platform/clock";
import { absolute, paths } from "#lib/platform/paths";
import { signedToken } from "#lib/platform/tokens";

export const metadata: Metadata = { title: "Confier un besoin", robots: { index: false } };

/** The same form, for another site's frame. */
export default function NeedFramePage() {
  return (
    <Section
      title="Votre besoin informatique"
      intro="Avec le club TacTic, les informaticiens de l’Artois."
      layout="stacked"
    >
      <NeedForm
        opened={signedToken(OPENED, String(requestTime().getTime()))}
        privacyHref={absolute(paths.privacy)}
        isFramed
      />
    </Section>
  );
}
