import { fold } from "#lib/platform/slug";

interface Mentionable {
  personId: string;
  firstName: string;
  lastName: string;
}

/** Who is called in `text` by "@Prénom Nom", whatever the case and the accents. */
export function mentionedIn(text: string, people: Mentionable[]): string[] {
  const folded = fold(text);
  return people
    .filter(({ firstName, lastName }) => isNamed(folded, `@${fold(`${firstName} ${lastName}`)}`))
    .map(({ personId }) => personId);
}

/** "@Marc Petit" does not call "@Marc Petitpas". */
function isNamed(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    if (!/[\p{L}\p{N}]/u.test(text[at + name.length] ?? "")) return true;
  }
  return false;
}
