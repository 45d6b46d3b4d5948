CREATE TYPE "expectation_state" AS ENUM ('voiced', 'under_study', 'kept', 'set_aside', 'in_progress', 'done');

CREATE TYPE "expectation_category" AS ENUM ('training', 'purchasing', 'event', 'tool', 'school', 'visibility', 'business', 'other');

CREATE TYPE "survey_kind" AS ENUM ('choice', 'scale', 'borda', 'condorcet');

ALTER TABLE "agenda_item" ADD COLUMN     "expectationId" UUID;

ALTER TABLE "expectation" ADD COLUMN     "category" "expectation_category",
ADD COLUMN     "isAnonymous" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "mergedIntoId" UUID,
ADD COLUMN "search" tsvector GENERATED ALWAYS AS (to_tsvector('public.fr', title || ' ' || body)) STORED,
ADD COLUMN     "state" "expectation_state" NOT NULL DEFAULT 'voiced',
ADD COLUMN     "stateSince" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "tags" TEXT[],
ADD COLUMN     "voiceCount" INTEGER NOT NULL DEFAULT 0;

CREATE TABLE "expectation_step" (
    "id" UUID NOT NULL,
    "expectationId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "state" "expectation_state" NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "personId" UUID NOT NULL,
    "takenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decisionId" UUID,

    CONSTRAINT "expectation_step_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "expectation_comment" (
    "id" UUID NOT NULL,
    "expectationId" UUID NOT NULL,
    "personId" UUID,
    "structureId" UUID,
    "body" TEXT NOT NULL,
    "writtenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "expectation_comment_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "expectation_follow" (
    "expectationId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "followedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "expectation_follow_pkey" PRIMARY KEY ("expectationId","personId")
);

CREATE TABLE "expectation_publication" (
    "expectationId" UUID NOT NULL,
    "commissionId" UUID NOT NULL,
    "asked" TEXT NOT NULL,
    "done" TEXT NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "personId" UUID,

    CONSTRAINT "expectation_publication_pkey" PRIMARY KEY ("expectationId")
);

CREATE TABLE "synthesis" (
    "id" UUID NOT NULL,
    "commissionId" UUID NOT NULL,
    "words" TEXT NOT NULL DEFAULT '',
    "snapshot" JSONB,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "presentedAt" TIMESTAMPTZ(3),
    "personId" UUID,

    CONSTRAINT "synthesis_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "survey" (
    "id" UUID NOT NULL,
    "commissionId" UUID NOT NULL,
    "expectationId" UUID,
    "question" TEXT NOT NULL,
    "kind" "survey_kind" NOT NULL,
    "askedById" UUID,
    "askedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closesAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "survey_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "survey_option" (
    "surveyId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "label" TEXT NOT NULL,

    CONSTRAINT "survey_option_pkey" PRIMARY KEY ("surveyId","position")
);

CREATE TABLE "survey_answer" (
    "surveyId" UUID NOT NULL,
    "structureId" UUID NOT NULL,
    "values" INTEGER[],
    "answeredAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "survey_answer_pkey" PRIMARY KEY ("surveyId","structureId")
);

CREATE INDEX "expectation_step_personId_idx" ON "expectation_step"("personId");

CREATE INDEX "expectation_step_decisionId_idx" ON "expectation_step"("decisionId");

CREATE UNIQUE INDEX "expectation_step_in_turn" ON "expectation_step"("expectationId", "position");

CREATE INDEX "expectation_comment_expectationId_writtenAt_idx" ON "expectation_comment"("expectationId", "writtenAt");

CREATE INDEX "expectation_comment_personId_idx" ON "expectation_comment"("personId");

CREATE INDEX "expectation_comment_structureId_idx" ON "expectation_comment"("structureId");

CREATE INDEX "expectation_follow_personId_idx" ON "expectation_follow"("personId");

CREATE INDEX "expectation_publication_commissionId_idx" ON "expectation_publication"("commissionId");

CREATE INDEX "expectation_publication_publishedAt_idx" ON "expectation_publication"("publishedAt");

CREATE INDEX "expectation_publication_personId_idx" ON "expectation_publication"("personId");

CREATE INDEX "synthesis_commissionId_presentedAt_idx" ON "synthesis"("commissionId", "presentedAt");

CREATE INDEX "synthesis_personId_idx" ON "synthesis"("personId");

CREATE INDEX "survey_commissionId_closesAt_idx" ON "survey"("commissionId", "closesAt");

CREATE INDEX "survey_expectationId_idx" ON "survey"("expectationId");

CREATE INDEX "survey_askedById_idx" ON "survey"("askedById");

CREATE INDEX "survey_answer_structureId_idx" ON "survey_answer"("structureId");

CREATE INDEX "agenda_item_expectationId_idx" ON "agenda_item"("expectationId");

CREATE INDEX "expectation_mergedIntoId_idx" ON "expectation"("mergedIntoId");

CREATE INDEX "expectation_voiceCount_id_idx" ON "expectation"("voiceCount", "id");

CREATE INDEX "expectation_state_voicedAt_idx" ON "expectation"("state", "voicedAt");

CREATE INDEX "expectation_search" ON "expectation" USING GIN ("search");

CREATE INDEX "expectation_voice_expectationId_givenAt_idx" ON "expectation_voice"("expectationId", "givenAt");

ALTER TABLE "expectation" ADD CONSTRAINT "expectation_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "expectation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "expectation_step" ADD CONSTRAINT "expectation_step_expectationId_fkey" FOREIGN KEY ("expectationId") REFERENCES "expectation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "expectation_step" ADD CONSTRAINT "expectation_step_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "expectation_step" ADD CONSTRAINT "expectation_step_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "decision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "expectation_comment" ADD CONSTRAINT "expectation_comment_expectationId_fkey" FOREIGN KEY ("expectationId") REFERENCES "expectation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "expectation_comment" ADD CONSTRAINT "expectation_comment_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "expectation_comment" ADD CONSTRAINT "expectation_comment_structureId_fkey" FOREIGN KEY ("structureId") REFERENCES "structure"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "expectation_follow" ADD CONSTRAINT "expectation_follow_expectationId_fkey" FOREIGN KEY ("expectationId") REFERENCES "expectation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "expectation_follow" ADD CONSTRAINT "expectation_follow_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "expectation_publication" ADD CONSTRAINT "expectation_publication_expectationId_fkey" FOREIGN KEY ("expectationId") REFERENCES "expectation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "expectation_publication" ADD CONSTRAINT "expectation_publication_commissionId_fkey" FOREIGN KEY ("commissionId") REFERENCES "commission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "expectation_publication" ADD CONSTRAINT "expectation_publication_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "synthesis" ADD CONSTRAINT "synthesis_commissionId_fkey" FOREIGN KEY ("commissionId") REFERENCES "commission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "synthesis" ADD CONSTRAINT "synthesis_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "agenda_item" ADD CONSTRAINT "agenda_item_expectationId_fkey" FOREIGN KEY ("expectationId") REFERENCES "expectation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "survey" ADD CONSTRAINT "survey_commissionId_fkey" FOREIGN KEY ("commissionId") REFERENCES "commission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "survey" ADD CONSTRAINT "survey_expectationId_fkey" FOREIGN KEY ("expectationId") REFERENCES "expectation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "survey" ADD CONSTRAINT "survey_askedById_fkey" FOREIGN KEY ("askedById") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "survey_option" ADD CONSTRAINT "survey_option_surveyId_fkey" FOREIGN KEY ("surveyId") REFERENCES "survey"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "survey_answer" ADD CONSTRAINT "survey_answer_surveyId_fkey" FOREIGN KEY ("surveyId") REFERENCES "survey"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "survey_answer" ADD CONSTRAINT "survey_answer_structureId_fkey" FOREIGN KEY ("structureId") REFERENCES "structure"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "expectation"
  ADD CONSTRAINT expectation_not_merged_into_itself CHECK ("mergedIntoId" <> id),
  ADD CONSTRAINT expectation_few_tags CHECK (cardinality(tags) <= 8);
ALTER TABLE "expectation_step"
  ADD CONSTRAINT expectation_step_set_aside_with_reason CHECK (state <> 'set_aside' OR btrim(reason) <> '');
ALTER TABLE "expectation_comment"
  ADD CONSTRAINT expectation_comment_has_words CHECK (btrim(body) <> '' OR "withdrawnAt" IS NOT NULL);
ALTER TABLE "expectation_publication"
  ADD CONSTRAINT expectation_publication_has_words CHECK (btrim(asked) <> '' AND btrim(done) <> '');
ALTER TABLE "synthesis"
  ADD CONSTRAINT synthesis_presented_with_figures CHECK (("presentedAt" IS NULL) = (snapshot IS NULL));
-- One draft at a time for a commission: two leads write in the same one.
CREATE UNIQUE INDEX synthesis_one_draft ON "synthesis" ("commissionId") WHERE "presentedAt" IS NULL;
ALTER TABLE "survey"
  ADD CONSTRAINT survey_has_words CHECK (btrim(question) <> ''),
  ADD CONSTRAINT survey_in_order CHECK ("closesAt" > "askedAt");
ALTER TABLE "survey_option"
  ADD CONSTRAINT survey_option_has_words CHECK (btrim(label) <> '' AND position BETWEEN 1 AND 12);
ALTER TABLE "survey_answer"
  ADD CONSTRAINT survey_answer_says_something CHECK (cardinality("values") BETWEEN 1 AND 12);

-- The number of voices is kept beside the expectation, so that a list is sorted by an index. Nothing
-- can be added to an expectation that was merged: its voices are elsewhere now.
CREATE FUNCTION expectation_count_voice() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    UPDATE public.expectation SET "voiceCount" = "voiceCount" - 1 WHERE id = OLD."expectationId";
    RETURN OLD;
  END IF;
  UPDATE public.expectation SET "voiceCount" = "voiceCount" + 1
   WHERE id = NEW."expectationId" AND "mergedIntoId" IS NULL;
  IF NOT FOUND THEN
    -- The driver loses the CONSTRAINT field of a raised error, so the name is in the text.
    RAISE EXCEPTION 'violates check constraint "expectation_is_merged"' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER expectation_count_voice AFTER INSERT OR DELETE ON "expectation_voice"
  FOR EACH ROW EXECUTE FUNCTION expectation_count_voice();
UPDATE "expectation" e SET "voiceCount" = (SELECT count(*) FROM "expectation_voice" v WHERE v."expectationId" = e.id);

-- Which state may follow which. An expectation set aside may be studied again; nothing else goes back.
CREATE FUNCTION expectation_may_become(before expectation_state, after expectation_state) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (before, after) IN (
  ('voiced', 'under_study'), ('under_study', 'kept'), ('under_study', 'set_aside'), ('set_aside', 'under_study'),
  ('kept', 'in_progress'), ('kept', 'set_aside'), ('in_progress', 'done'), ('in_progress', 'set_aside'));

CREATE FUNCTION expectation_take_step() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  now_is public.expectation_state; merged uuid;
BEGIN
  SELECT state, "mergedIntoId" INTO now_is, merged FROM public.expectation WHERE id = NEW."expectationId" FOR UPDATE;
  IF merged IS NOT NULL THEN
    RAISE EXCEPTION 'violates check constraint "expectation_is_merged"' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.position <> 1 + (SELECT count(*) FROM public.expectation_step s WHERE s."expectationId" = NEW."expectationId") THEN
    RAISE EXCEPTION 'violates unique constraint "expectation_step_in_turn"' USING ERRCODE = 'unique_violation';
  END IF;
  IF NOT public.expectation_may_become(now_is, NEW.state) THEN
    RAISE EXCEPTION 'violates check constraint "expectation_step_no_jump"' USING ERRCODE = 'check_violation';
  END IF;
  UPDATE public.expectation SET state = NEW.state, "stateSince" = NEW."takenAt" WHERE id = NEW."expectationId";
  RETURN NEW;
END $$;
CREATE TRIGGER expectation_take_step BEFORE INSERT ON "expectation_step"
  FOR EACH ROW EXECUTE FUNCTION expectation_take_step();
CREATE TRIGGER expectation_step_is_history BEFORE UPDATE OR DELETE ON "expectation_step"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Merges make no chain and no circle: what others were merged into stays where it is, and what is
-- merged into it stands on its own.
CREATE FUNCTION expectation_guard_merge() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."mergedIntoId" IS NOT NULL AND (
    EXISTS (SELECT 1 FROM public.expectation t WHERE t.id = NEW."mergedIntoId" AND t."mergedIntoId" IS NOT NULL FOR SHARE)
    OR EXISTS (SELECT 1 FROM public.expectation s WHERE s."mergedIntoId" = NEW.id)
  ) THEN
    RAISE EXCEPTION 'violates check constraint "expectation_merge_no_chain"' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER expectation_guard_merge BEFORE UPDATE OF "mergedIntoId" ON "expectation"
  FOR EACH ROW EXECUTE FUNCTION expectation_guard_merge();

CREATE TRIGGER page_cache AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "expectation_publication"
  FOR EACH STATEMENT EXECUTE FUNCTION page_cache_notify('expectation_publication');
