/**
 * A content line as calendars and cards are sent (RFC 5545, 3.1; RFC 6350, 3.2): pieces of 75 octets
 * at most, never cut inside a character, the next one begun by a space. Without its own line end.
 */
export function foldLine(line: string): string {
  const pieces: string[] = [];
  let piece = "";
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > 75) {
      pieces.push(piece);
      piece = " ";
      octets = 1;
    }
    piece += character;
    octets += size;
  }
  return [...pieces, piece].join("\r\n");
}
