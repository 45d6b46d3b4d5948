import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { authorizationTable } from "../lib/policy/matrix/table.ts";
import { root } from "./process.ts";

/** Writes docs/authorization.md anew from the permission table. */
writeFileSync(join(root, "docs/authorization.md"), authorizationTable());
