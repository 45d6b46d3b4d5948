import type { Statement } from "#lib/seo/json-ld";

type Props = { statements: (Statement | null)[] };

/**
 * Statements for search engines, as a data block: no browser runs it, so it needs no nonce. A `<` in
 * a member's text is written as an escape of JSON, or `</script>` would end the block.
 */
export function JsonLd({ statements }: Props) {
  const known = statements.filter((statement) => statement !== null);
  if (known.length === 0) return null;
  const text = JSON.stringify(known.length === 1 ? known[0] : known).replaceAll("<", "\\u003c");
  // biome-ignore lint/security/noDangerouslySetInnerHtml: React would escape the quotes of the JSON
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: text }} />;
}
