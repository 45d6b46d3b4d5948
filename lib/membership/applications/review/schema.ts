import { z } from "zod";
import { MembershipOpinion } from "#lib/generated/prisma/enums";

const id = z.uuid();
const text = (asked: string) =>
  z
    .string(asked)
    .transform((typed) => typed.replaceAll("\0", "").trim())
    .pipe(z.string().min(1, asked).max(3_000, "Restez sous 3 000 caractères."));

/** Which applications the list shows; unconfirmed ones are nobody's to see. */
export const LISTED_STATES = ["to_review", "to_complete", "accepted", "refused", "withdrawn"] as const;
export type ListedState = (typeof LISTED_STATES)[number];

export const commentInput = z.object({ id, text: text("Écrivez votre commentaire.") });
export type CommentInput = z.infer<typeof commentInput>;

export const questionInput = z.object({ id, text: text("Écrivez la question à poser.") });
export type QuestionInput = z.infer<typeof questionInput>;

export const voteInput = z.object({ id, opinion: z.enum(MembershipOpinion, "Choisissez votre avis.") });
export type VoteInput = z.infer<typeof voteInput>;

export const acceptanceInput = z.object({ id });

export const refusalInput = z.object({ id, reason: text("Donnez la raison\u202f: elle sera envoyée telle quelle.") });
export type RefusalInput = z.infer<typeof refusalInput>;
