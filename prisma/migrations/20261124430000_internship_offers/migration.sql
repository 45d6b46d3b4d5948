-- An offer says for whom (several levels), when (a period in which its weeks fit), with whom, and until
-- when each applicant is answered.

CREATE TYPE "internship_closing" AS ENUM ('filled', 'withdrawn');

ALTER TABLE "internship"
  ADD COLUMN "authorId" UUID,
  ADD COLUMN "copiedFromId" UUID,
  ADD COLUMN "commissionId" UUID,
  ADD COLUMN "levels" "internship_level"[],
  ADD COLUMN "curricula" TEXT[],
  ADD COLUMN "endsOn" DATE,
  ADD COLUMN "hoursPresent" INTEGER NOT NULL GENERATED ALWAYS AS (weeks * "hoursPerWeek") STORED,
  ADD COLUMN "tutorName" TEXT,
  ADD COLUMN "tutorRole" TEXT,
  ADD COLUMN "answerBy" DATE,
  ADD COLUMN "shownFirstTo" UUID[],
  ADD COLUMN "shownFirstUntil" DATE,
  ADD COLUMN "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  ADD COLUMN "closedBecause" "internship_closing";

-- What was written before: one level, dates that follow each other without a gap, an answer within two weeks.
UPDATE "internship" i SET
  "levels" = ARRAY[i."level"],
  "curricula" = '{}',
  "shownFirstTo" = '{}',
  "endsOn" = greatest(i."startsOn" + i.weeks * 7 - 3, i."applyBefore"),
  "answerBy" = i."applyBefore" + 14,
  "closedBecause" = CASE WHEN i."closedAt" IS NOT NULL THEN 'withdrawn'::"internship_closing" END,
  "commissionId" = (SELECT m."commissionId" FROM "commission_member" m JOIN "commission" c ON c.id = m."commissionId"
                     WHERE m."structureId" = i."structureId" ORDER BY c.position LIMIT 1);

-- PostgreSQL lets Prisma's lists be null: the rules below want them empty instead.
ALTER TABLE "internship"
  DROP COLUMN "level",
  ALTER COLUMN "endsOn" SET NOT NULL,
  ALTER COLUMN "answerBy" SET NOT NULL,
  ADD CONSTRAINT internship_has_a_title CHECK (btrim(title) <> ''),
  ADD CONSTRAINT internship_for_some_level CHECK (coalesce(cardinality("levels"), 0) >= 1),
  ADD CONSTRAINT internship_in_order CHECK ("endsOn" > "startsOn"),
  -- From a Monday to a Friday, a week has five days to come.
  ADD CONSTRAINT internship_fits_its_period CHECK ("endsOn" >= "startsOn" + weeks * 7 - 3),
  ADD CONSTRAINT internship_apply_before_it_ends CHECK ("applyBefore" <= "endsOn"),
  ADD CONSTRAINT internship_answered_after_deadline CHECK ("answerBy" >= "applyBefore"),
  ADD CONSTRAINT internship_first_schools_until CHECK ((coalesce(cardinality("shownFirstTo"), 0) = 0) = ("shownFirstUntil" IS NULL)),
  ADD CONSTRAINT internship_first_schools_in_time CHECK ("shownFirstUntil" < "applyBefore"),
  ADD CONSTRAINT internship_closed_why CHECK (("closedAt" IS NULL) = ("closedBecause" IS NULL)),
  ADD CONSTRAINT internship_not_its_own_copy CHECK ("copiedFromId" <> "id"),
  ADD CONSTRAINT "internship_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE,
  ADD CONSTRAINT "internship_copiedFromId_fkey" FOREIGN KEY ("copiedFromId") REFERENCES "internship"("id") ON DELETE SET NULL ON UPDATE CASCADE,
  ADD CONSTRAINT "internship_commissionId_fkey" FOREIGN KEY ("commissionId") REFERENCES "commission"("id") ON DELETE SET NULL ON UPDATE CASCADE;

CREATE INDEX "internship_authorId_idx" ON "internship"("authorId");
CREATE INDEX "internship_copiedFromId_idx" ON "internship"("copiedFromId");
CREATE INDEX "internship_commissionId_idx" ON "internship"("commissionId");
DROP INDEX "internship_applyBefore_idx";
CREATE INDEX "internship_applyBefore_id_idx" ON "internship"("applyBefore", "id");
