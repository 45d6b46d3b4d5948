/**
 * The address of a database whose sessions live in UTC, whatever zone the database, its role or its server
 * was given: Prisma's adapter writes and reads instants without a zone and takes them for UTC. Every client
 * opens through it. What the address asks besides is kept; of one setting said twice the last counts.
 */
export function inUtc(url: string): string {
  const [address, query] = url.split("?");
  const parameters = new URLSearchParams(query);
  parameters.set("options", `${parameters.get("options") ?? ""} -c timezone=UTC`.trim());
  return `${address}?${parameters}`;
}
