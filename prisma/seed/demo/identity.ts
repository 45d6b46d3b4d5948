import { createHash } from "node:crypto";

/** The same id for the same name, at each loading: links and orders stay what they were. */
export function idOf(kind: string, name: string): string {
  const hex = createHash("sha256").update(`${kind} ${name}`).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** A number below `bound`, drawn from a name: deterministic variety. */
export function drawn(name: string, bound: number): number {
  return createHash("sha256").update(name).digest().readUInt32BE(0) % bound;
}
