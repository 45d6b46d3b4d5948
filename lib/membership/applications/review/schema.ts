import { z } from "zod";
import { MembershipOpinion } from "#lib/generated/prisma/enums";
import { paragraphs } from "#lib/platform/fields";

const id = z.uuid();

/** Which applications the list shows; unconfirmed ones are nobody's to see. */
export const LISTED_STATES = ["to_review", "to_complete", "accepted", "refused", "withdrawn"] as const;
export type ListedState = (typeof LISTED_STATES)[number];

export const commentInput = z.object({ id, text: paragraphs({ most: 3_000, missing: "Écrivez votre commentaire." }) });
export type CommentInput = z.infer<typeof commentInput>;

export const questionInput = z.object({
  id,
  text: paragraphs({ most: 3_000, missing: "Écrivez la question à poser." }),
});
export type QuestionInput = z.infer<typeof questionInput>;

export const voteInput = z.object({ id, opinion: z.enum(MembershipOpinion, "Choisissez votre avis.") });
export type VoteInput = z.infer<typeof voteInput>;

export const acceptanceInput = z.object({ id });

export const refusalInput = z.object({
  id,
  reason: paragraphs({ most: 3_000, missing: "Donnez la raison\u202f: elle sera envoyée telle quelle." }),
});
export type RefusalInput = z.infer<typeof refusalInput>;
