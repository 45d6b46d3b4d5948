import { z } from "zod";
import type { AssemblyKind } from "#lib/generated/prisma/enums";

export const ASSEMBLY_KINDS = ["board", "ordinary", "extraordinary"] as const;

/** What is formed along with the meeting. */
export interface NewAssembly {
  kind: AssemblyKind;
  /** Titles of what will be put to the vote, in order. */
  resolutions: string[];
  /** The call that lacked its quorum, by its meeting: its resolutions are taken up as they are. */
  firstCallId?: string;
}

/** A button about a whole assembly, by its meeting. */
export const assemblyIntention = z.object({ assemblyId: z.uuid() });
