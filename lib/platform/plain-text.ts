/**
 * One kind of line end, those included that only some readers take for one, and no control character: PostgreSQL
 * has no NUL, and calendars forbid the others (RFC 5545, 3.1).
 */
export function plainText(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
  return text.replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n").replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, "");
}

/** On one line: whatever line ends somebody pastes are spaces, and several spaces are one. */
export function oneLineOf(text: string): string {
  return plainText(text).replace(/\s+/g, " ").trim();
}
