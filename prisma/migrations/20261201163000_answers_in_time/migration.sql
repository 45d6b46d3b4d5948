-- Applying stays open until midnight: the promised day comes after it. Where it was the same day, whoever applied that
-- evening would have been answered for before anybody read them.
ALTER TABLE "internship" DROP CONSTRAINT internship_answered_after_deadline;
ALTER TABLE "internship" DISABLE TRIGGER USER;
UPDATE "internship" SET "answerBy" = "applyBefore" + 1 WHERE "answerBy" = "applyBefore";
ALTER TABLE "internship" ENABLE TRIGGER USER;
ALTER TABLE "internship" ADD CONSTRAINT internship_answered_after_deadline CHECK ("answerBy" > "applyBefore");

-- When the student said that no moment proposed suits: the company has a few days to propose others.
ALTER TABLE "internship_application" ADD COLUMN "slotsDeclinedAt" TIMESTAMPTZ(3);
