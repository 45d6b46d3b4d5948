/** The largest file: what most buyers' platforms take in one piece. */
export const MOST_BYTES = 25 * 1_024 * 1_024;

/** "1,4 Mo", "12 ko": French powers of ten. */
export function formatSize(bytes: number): string {
  const inMegabytes = bytes >= 1_000_000;
  const value = bytes / (inMegabytes ? 1_000_000 : 1_000);
  const rounded = inMegabytes ? Math.round(value * 10) / 10 : Math.max(1, Math.round(value));
  return `${String(rounded).replace(".", ",")}\u00a0${inMegabytes ? "Mo" : "ko"}`;
}

/** A name that every disk takes: no folder, no sign that means something to a system, nothing hidden. */
export function safeFileName(name: string): string {
  const plain = name
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}\\/:*?"<>|]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^[. ]+/, "");
  const ending = endingOf(plain);
  return `${plain.slice(0, plain.length - ending.length).slice(0, 120)}${ending}` || "document";
}

/** ".pdf": what a name ends with, when it looks like an ending. */
function endingOf(name: string): string {
  return /\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0] ?? "";
}

/** The names inside an archive: in order, each once. */
export function archiveNames(documents: { title: string; fileName: string }[]): string[] {
  return documents.map(({ title, fileName }, index) => {
    const number = String(index + 1).padStart(2, "0");
    return safeFileName(`${number} ${title}${endingOf(fileName).toLowerCase()}`);
  });
}
