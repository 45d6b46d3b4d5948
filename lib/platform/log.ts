import "server-only";
import pino from "pino";

/**
 * One JSON line per event on standard output. Never log a row, a form or an error's `meta`: they
 * hold personal data. `LOG_LEVEL` is one of pino's levels.
 */
export const log = pino({ level: process.env.LOG_LEVEL ?? "info", base: undefined });
