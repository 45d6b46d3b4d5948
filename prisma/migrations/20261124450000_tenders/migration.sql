-- A tender says where, how and for how much; its lots say which skills they ask for.

CREATE TYPE "tender_procedure" AS ENUM ('open', 'restricted', 'adapted', 'negotiated', 'other');

DROP INDEX "tender_reference_key";
ALTER TABLE "tender"
  ADD COLUMN "procedure" "tender_procedure" NOT NULL DEFAULT 'other',
  ADD COLUMN "estimatedCents" BIGINT,
  ADD COLUMN "city" TEXT,
  ADD COLUMN "communeInsee" CHAR(5),
  ADD COLUMN "departments" TEXT[],
  ADD COLUMN "postedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  ADD COLUMN "postedById" UUID,
  ADD COLUMN "postedForId" UUID,
  ADD COLUMN "withdrawnAt" TIMESTAMPTZ(3),
  ADD COLUMN "mergedIntoId" UUID,
  ADD COLUMN "search" tsvector GENERATED ALWAYS AS (
    setweight(to_tsvector('public.fr', "subject"), 'A')
    || setweight(to_tsvector('public.fr', "buyer" || ' ' || coalesce("city", '') || ' ' || coalesce("reference", '')), 'B')
  ) STORED,
  ADD CONSTRAINT tender_deadline_to_come CHECK ("respondBefore" > "postedAt"),
  ADD CONSTRAINT tender_has_words CHECK (btrim("buyer") <> '' AND btrim("subject") <> '' AND btrim("reference") <> ''),
  ADD CONSTRAINT tender_estimate CHECK ("estimatedCents" > 0),
  ADD CONSTRAINT tender_departments_shape CHECK (array_to_string("departments", ' ', '?') ~ '^([0-9AB]{2,3}( [0-9AB]{2,3})*)?$'),
  ADD CONSTRAINT tender_not_merged_into_itself CHECK ("mergedIntoId" <> "id"),
  ADD CONSTRAINT "tender_communeInsee_fkey" FOREIGN KEY ("communeInsee") REFERENCES "commune"("insee") ON DELETE SET NULL ON UPDATE CASCADE,
  ADD CONSTRAINT "tender_postedById_fkey" FOREIGN KEY ("postedById") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE,
  ADD CONSTRAINT "tender_postedForId_fkey" FOREIGN KEY ("postedForId") REFERENCES "structure"("id") ON DELETE SET NULL ON UPDATE CASCADE,
  ADD CONSTRAINT "tender_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "tender"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX "tender_communeInsee_idx" ON "tender"("communeInsee");
CREATE INDEX "tender_postedById_idx" ON "tender"("postedById");
CREATE INDEX "tender_postedForId_idx" ON "tender"("postedForId");
CREATE INDEX "tender_mergedIntoId_idx" ON "tender"("mergedIntoId");
CREATE INDEX "tender_search" ON "tender" USING GIN ("search");
-- Two buyers may number alike; one buyer does not, however it is written.
CREATE UNIQUE INDEX tender_known_by_reference ON "tender" (plain("buyer"), plain("reference")) WHERE "mergedIntoId" IS NULL;

ALTER INDEX "tender_lot_tenderId_number_key" RENAME TO tender_lot_number_once;
ALTER TABLE "tender_lot"
  ADD COLUMN "estimatedCents" BIGINT,
  ADD COLUMN "multipleCandidacyRule" "multiple_candidacy_rule",
  ADD COLUMN "withdrawnAt" TIMESTAMPTZ(3),
  ADD COLUMN "search" tsvector GENERATED ALWAYS AS (setweight(to_tsvector('public.fr', "title"), 'C')) STORED,
  ADD CONSTRAINT tender_lot_number CHECK ("number" BETWEEN 1 AND 200),
  ADD CONSTRAINT tender_lot_has_words CHECK (btrim("title") <> ''),
  ADD CONSTRAINT tender_lot_estimate CHECK ("estimatedCents" > 0),
  ADD CONSTRAINT tender_lot_cpv_shape CHECK (array_to_string("cpvCodes", ' ', '?') ~ '^([0-9]{8}( [0-9]{8})*)?$');
CREATE INDEX "tender_lot_search" ON "tender_lot" USING GIN ("search");

CREATE TABLE "tender_lot_skill" (
    "lotId" UUID NOT NULL,
    "skillId" UUID NOT NULL,

    CONSTRAINT "tender_lot_skill_pkey" PRIMARY KEY ("lotId","skillId")
);
CREATE INDEX "tender_lot_skill_skillId_idx" ON "tender_lot_skill"("skillId");
ALTER TABLE "tender_lot_skill" ADD CONSTRAINT "tender_lot_skill_lotId_fkey" FOREIGN KEY ("lotId") REFERENCES "tender_lot"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "tender_lot_skill" ADD CONSTRAINT "tender_lot_skill_skillId_fkey" FOREIGN KEY ("skillId") REFERENCES "skill"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
