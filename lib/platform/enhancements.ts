import { ENHANCEMENTS } from "../generated/enhancements.ts";

/** A small script of ours, one per behaviour (`enhance/NAME.ts`). Whatever it does works without it too. */
export type Enhancement = keyof typeof ENHANCEMENTS;

/** Where it is served from: the path that policies name. */
export function enhancementPath(name: Enhancement): string {
  return `/enhance/${name}.js`;
}

/** The same with its version: what a page asks for, and a browser may keep for ever. */
export function enhancementAddress(name: Enhancement): string {
  return ENHANCEMENTS[name];
}

export const ENHANCEMENT_PATHS: readonly string[] = Object.values(ENHANCEMENTS).map(
  (address) => address.split("?")[0] ?? "",
);
