-- Needs are carried: confirmed by the buyer, answered by members, followed, and closed with a word.

CREATE TYPE "need_delay" AS ENUM ('now', 'month', 'quarter', 'later');
CREATE TYPE "need_budget" AS ENUM ('unknown', 'under_1000', 'under_5000', 'under_20000', 'over_20000');
CREATE TYPE "headcount" AS ENUM ('under_10', 'under_50', 'under_250', 'over_250');
CREATE TYPE "need_outcome" AS ENUM ('won', 'elsewhere', 'abandoned');
CREATE TYPE "decline_reason" AS ENUM ('not_our_trade', 'too_far', 'no_time', 'wrong_size', 'other');

ALTER TABLE "introduction" DROP CONSTRAINT introduction_answered;
ALTER TYPE "introduction_state" RENAME TO "introduction_state_before";
CREATE TYPE "introduction_state" AS ENUM ('chosen', 'waiting', 'asking', 'interested', 'declined', 'silent', 'won');
ALTER TABLE "introduction" ALTER COLUMN "state" DROP DEFAULT;
ALTER TABLE "introduction" ALTER COLUMN "state" TYPE "introduction_state"
  USING (CASE "state"::text WHEN 'taken' THEN 'interested' ELSE "state"::text END)::"introduction_state";
ALTER TABLE "introduction" ALTER COLUMN "state" SET DEFAULT 'waiting';
DROP TYPE "introduction_state_before";

ALTER TABLE "introduction" ADD COLUMN "id" UUID;
UPDATE "introduction" SET "id" = gen_random_uuid();
ALTER TABLE "introduction" ALTER COLUMN "id" SET NOT NULL;
CREATE UNIQUE INDEX "introduction_id_key" ON "introduction"("id");
ALTER TABLE "introduction"
  ADD COLUMN "dueAt" TIMESTAMPTZ(3),
  ADD COLUMN "promisedOn" DATE,
  ADD COLUMN "declineReason" "decline_reason",
  ADD COLUMN "comment" TEXT,
  ADD CONSTRAINT introduction_answered CHECK ((state IN ('chosen', 'waiting', 'silent')) = ("answeredAt" IS NULL)),
  ADD CONSTRAINT introduction_declined_why CHECK ((state = 'declined') OR ("declineReason" IS NULL));
CREATE UNIQUE INDEX introduction_one_winner ON "introduction" ("needId") WHERE state = 'won';
DROP INDEX "introduction_structureId_idx";
CREATE INDEX "introduction_structureId_state_idx" ON "introduction"("structureId", "state");
CREATE INDEX "introduction_state_dueAt_idx" ON "introduction"("state", "dueAt");

ALTER TABLE "need"
  ADD COLUMN "communeInsee" CHAR(5),
  ADD COLUMN "delay" "need_delay" NOT NULL DEFAULT 'month',
  ADD COLUMN "budget" "need_budget" NOT NULL DEFAULT 'unknown',
  ADD COLUMN "organization" TEXT,
  ADD COLUMN "headcount" "headcount",
  ADD COLUMN "contactPhone" TEXT,
  ADD COLUMN "skillId" UUID,
  ADD COLUMN "fingerprint" TEXT,
  ADD COLUMN "escalatedAt" TIMESTAMPTZ(3),
  ADD COLUMN "outcome" "need_outcome",
  ADD COLUMN "satisfactionAskedAt" TIMESTAMPTZ(3),
  ADD COLUMN "satisfaction" SMALLINT,
  ADD COLUMN "satisfactionComment" TEXT;
UPDATE "need" SET "outcome" = 'abandoned' WHERE "closedAt" IS NOT NULL;
ALTER TABLE "need"
  ADD CONSTRAINT need_closed_how CHECK (("closedAt" IS NULL) = ("outcome" IS NULL)),
  ADD CONSTRAINT need_satisfaction_range CHECK ("satisfaction" BETWEEN 1 AND 5),
  ADD CONSTRAINT "need_communeInsee_fkey" FOREIGN KEY ("communeInsee") REFERENCES "commune"("insee") ON DELETE SET NULL ON UPDATE CASCADE,
  ADD CONSTRAINT "need_skillId_fkey" FOREIGN KEY ("skillId") REFERENCES "skill"("id") ON DELETE SET NULL ON UPDATE CASCADE;
CREATE UNIQUE INDEX need_once ON "need" ("fingerprint") WHERE "closedAt" IS NULL;
CREATE INDEX "need_communeInsee_idx" ON "need"("communeInsee");
CREATE INDEX "need_skillId_idx" ON "need"("skillId");
CREATE INDEX "need_closedAt_satisfactionAskedAt_idx" ON "need"("closedAt", "satisfactionAskedAt");

CREATE TABLE "need_message" (
    "id" UUID NOT NULL,
    "needId" UUID NOT NULL,
    "structureId" UUID NOT NULL,
    "isFromBuyer" BOOLEAN NOT NULL,
    "text" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "need_message_pkey" PRIMARY KEY ("id"),
    CONSTRAINT need_message_has_words CHECK (btrim("text") <> '')
);
CREATE INDEX "need_message_needId_structureId_createdAt_idx" ON "need_message"("needId", "structureId", "createdAt");
ALTER TABLE "need_message" ADD CONSTRAINT "need_message_needId_structureId_fkey"
  FOREIGN KEY ("needId", "structureId") REFERENCES "introduction"("needId", "structureId") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "need_preference" (
    "structureId" UUID NOT NULL,
    "mutedSkills" TEXT[],
    "minHeadcount" "headcount",
    "maxKm" INTEGER,
    "monthlyLimit" INTEGER,
    "absentUntil" DATE,

    CONSTRAINT "need_preference_pkey" PRIMARY KEY ("structureId"),
    CONSTRAINT need_preference_distance CHECK ("maxKm" BETWEEN 1 AND 200),
    CONSTRAINT need_preference_limit CHECK ("monthlyLimit" BETWEEN 1 AND 100)
);
ALTER TABLE "need_preference" ADD CONSTRAINT "need_preference_structureId_fkey"
  FOREIGN KEY ("structureId") REFERENCES "structure"("id") ON DELETE CASCADE ON UPDATE CASCADE;
