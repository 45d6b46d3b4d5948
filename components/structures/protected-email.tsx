type Props = { address: string };

/**
 * A mail address that works for everybody (a real link, real text, no script) and that the usual
 * harvesters do not see: they look for an `@` in the source, where every character is written as a
 * numeric reference. React would write the characters themselves, hence the raw HTML; it holds
 * nothing but such references.
 */
export function ProtectedEmail({ address }: Props) {
  const references = [...address].map((character) => `&#${character.codePointAt(0)};`).join("");
  const mailto = [..."mailto:"].map((character) => `&#${character.codePointAt(0)};`).join("");
  // biome-ignore lint/security/noDangerouslySetInnerHtml: numeric references only, see above
  return <span dangerouslySetInnerHTML={{ __html: `<a href="${mailto}${references}">${references}</a>` }} />;
}
