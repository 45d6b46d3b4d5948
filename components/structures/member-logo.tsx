import { of } from "#lib/platform/french";
import { paths } from "#lib/platform/paths";

type Props = {
  logoKey: string;
  /** Said by the picture where the name is not beside it. */
  name?: string;
  size: "row" | "page";
};

/** A member's logo, on chalk in both schemes: it was drawn for paper. */
export function MemberLogo({ logoKey, name, size }: Props) {
  return (
    // biome-ignore lint/performance/noImgElement: already the right size, and public pages have no script
    <img
      className={`member-logo member-logo-${size}`}
      src={paths.file(logoKey)}
      alt={name ? `Logo ${of(name)}` : ""}
      width={size === "page" ? 192 : 96}
      height={size === "page" ? 128 : 64}
      loading={size === "row" ? "lazy" : undefined}
      decoding="async"
    />
  );
}
