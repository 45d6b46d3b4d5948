import { foldLine } from "#lib/calendar/fold";
import { absolute, paths } from "#lib/platform/paths";

/** What a member's page shows and an address book can keep. */
export interface CardSubject {
  slug: string;
  name: string;
  summary: string;
  logoKey: string | null;
  website: string | null;
  email: string | null;
  phone: string | null;
  address: string | null;
  city: string | null;
  postalCode: string | null;
  skills: { label: string }[];
}

/** A member's card (vCard 4.0, RFC 6350): nothing that its page does not show. */
export function writeCard(member: CardSubject): string {
  const { address, city, postalCode } = member;
  const lines = [
    "BEGIN:VCARD",
    "VERSION:4.0",
    "KIND:org",
    line("FN", text(member.name)),
    line("ORG", field(member.name)),
    // Without its five first fields an address is unreadable: post box and floor are always empty.
    (address || city || postalCode) &&
      line(
        "ADR;TYPE=work",
        ["", "", address, city, "", postalCode, "France"].map((part) => field(part ?? "")).join(";"),
      ),
    member.phone && line("TEL;TYPE=work", text(member.phone)),
    member.email && line("EMAIL;TYPE=work", text(member.email)),
    member.website && line("URL;TYPE=work", uri(member.website)),
    line("URL", absolute(paths.member(member.slug))),
    line("SOURCE", absolute(paths.memberCard(member.slug))),
    member.logoKey && line("LOGO", absolute(paths.file(member.logoKey))),
    member.summary && line("NOTE", text(member.summary)),
    member.skills.length > 0 && line("CATEGORIES", member.skills.map((skill) => text(skill.label)).join(",")),
    "END:VCARD",
  ];
  return lines.flatMap((written) => (written ? [`${written}\r\n`] : [])).join("");
}

function line(name: string, value: string): string {
  return foldLine(`${name}:${value}`);
}

/** RFC 6350, 3.4: a comma would begin another value. */
function text(value: string): string {
  return value.replace(/\r\n?/g, "\n").replace(CONTROLS, "").replace(/[\\,]/g, "\\$&").replaceAll("\n", "\\n");
}

/** A field of a property that has several: there a semicolon would begin the next one. */
function field(value: string): string {
  return text(value).replaceAll(";", "\\;");
}

/** An address holds no line end: one would begin a property of its own. */
function uri(value: string): string {
  return encodeURI(value).replaceAll("%25", "%");
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f]/g;
