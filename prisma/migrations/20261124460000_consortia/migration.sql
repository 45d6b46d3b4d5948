-- Consortia with their seats, lots, parts and walls; the workspace inside; the papers of each structure.

CREATE TYPE "consortium_state" AS ENUM ('building', 'submitted', 'won', 'lost', 'dropped');

CREATE TYPE "certificate_kind" AS ENUM ('insurance', 'qualification', 'tax', 'social', 'other');

CREATE TYPE "consortium_entry_kind" AS ENUM ('decision', 'fact');

DROP INDEX "consortium_one_lead_per_tender";

ALTER TABLE "consortium"
  ADD COLUMN "deadlineTold" TIMESTAMPTZ(3),
  ADD COLUMN "openedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  ADD COLUMN "state" "consortium_state" NOT NULL DEFAULT 'building',
  ADD COLUMN "successorId" UUID;
UPDATE "consortium" c SET "deadlineTold" = t."respondBefore" FROM "tender" t WHERE t.id = c."tenderId";
ALTER TABLE "consortium" ALTER COLUMN "deadlineTold" SET NOT NULL;

CREATE TABLE "consortium_lot" (
    "consortiumId" UUID NOT NULL,
    "lotId" UUID NOT NULL,
    "leadStructureId" UUID,

    CONSTRAINT "consortium_lot_pkey" PRIMARY KEY ("consortiumId","lotId")
);

CREATE TABLE "consortium_seat" (
    "consortiumId" UUID NOT NULL,
    "structureId" UUID NOT NULL,
    "invitedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "message" TEXT NOT NULL DEFAULT '',
    "joinedAt" TIMESTAMPTZ(3),
    "declinedAt" TIMESTAMPTZ(3),
    "leftAt" TIMESTAMPTZ(3),
    "reason" TEXT NOT NULL DEFAULT '',
    "givenStays" BOOLEAN NOT NULL DEFAULT true,
    "agreedAt" TIMESTAMPTZ(3),
    "showsAmount" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "consortium_seat_pkey" PRIMARY KEY ("consortiumId","structureId")
);

CREATE TABLE "consortium_offer" (
    "consortiumId" UUID NOT NULL,
    "structureId" UUID NOT NULL,
    "lotId" UUID NOT NULL,
    "shareBasisPoints" INTEGER NOT NULL,

    CONSTRAINT "consortium_offer_pkey" PRIMARY KEY ("consortiumId","structureId","lotId")
);

CREATE TABLE "consortium_subcontractor" (
    "id" UUID NOT NULL,
    "consortiumId" UUID NOT NULL,
    "lotId" UUID NOT NULL,
    "structureId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "work" TEXT NOT NULL,

    CONSTRAINT "consortium_subcontractor_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "consortium_price" (
    "consortiumId" UUID NOT NULL,
    "lotId" UUID NOT NULL,
    "structureId" UUID NOT NULL,
    "amountCents" INTEGER NOT NULL,

    CONSTRAINT "consortium_price_pkey" PRIMARY KEY ("consortiumId","lotId","structureId")
);

CREATE TABLE "consortium_step" (
    "id" UUID NOT NULL,
    "consortiumId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "state" "consortium_state" NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "takenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "personId" UUID,

    CONSTRAINT "consortium_step_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "consortium_outcome" (
    "consortiumId" UUID NOT NULL,
    "lesson" TEXT NOT NULL,
    "amountCents" INTEGER,
    "settledAt" TIMESTAMPTZ(3) NOT NULL,
    "shownFrom" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "consortium_outcome_pkey" PRIMARY KEY ("consortiumId")
);

CREATE TABLE "consortium_guest" (
    "id" UUID NOT NULL,
    "consortiumId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "invitedById" UUID NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "consortium_guest_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "papers" (
    "structureId" UUID NOT NULL,
    "legalForm" TEXT NOT NULL DEFAULT '',
    "registration" TEXT NOT NULL DEFAULT '',
    "vatNumber" TEXT NOT NULL DEFAULT '',
    "representative" TEXT NOT NULL DEFAULT '',
    "capacity" TEXT NOT NULL DEFAULT '',
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "papers_pkey" PRIMARY KEY ("structureId")
);

CREATE TABLE "paper_year" (
    "structureId" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "turnoverEuros" INTEGER,
    "headcount" INTEGER,

    CONSTRAINT "paper_year_pkey" PRIMARY KEY ("structureId","year")
);

CREATE TABLE "paper_certificate" (
    "id" UUID NOT NULL,
    "structureId" UUID NOT NULL,
    "kind" "certificate_kind" NOT NULL,
    "label" TEXT NOT NULL,
    "issuer" TEXT NOT NULL DEFAULT '',
    "reference" TEXT NOT NULL DEFAULT '',
    "validUntil" DATE,

    CONSTRAINT "paper_certificate_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "paper_reminder" (
    "certificateId" UUID NOT NULL,
    "validUntil" DATE NOT NULL,
    "stage" TEXT NOT NULL,
    "sentAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "paper_reminder_once" PRIMARY KEY ("certificateId","validUntil","stage")
);

CREATE TABLE "consortium_task" (
    "id" UUID NOT NULL,
    "consortiumId" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "daysBefore" INTEGER,
    "dueOn" DATE,
    "ownerStructureId" UUID,
    "ownerId" UUID,
    "doneAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "changedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "changedById" UUID,

    CONSTRAINT "consortium_task_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "consortium_task_reminder" (
    "taskId" UUID NOT NULL,
    "dueOn" DATE NOT NULL,
    "stage" TEXT NOT NULL,
    "sentAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "consortium_task_reminder_once" PRIMARY KEY ("taskId","dueOn","stage")
);

CREATE TABLE "consortium_document" (
    "id" UUID NOT NULL,
    "consortiumId" UUID NOT NULL,
    "structureId" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "isConfidential" BOOLEAN NOT NULL DEFAULT false,
    "isFinal" BOOLEAN NOT NULL DEFAULT false,
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "consortium_document_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "consortium_document_version" (
    "id" UUID NOT NULL,
    "documentId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "fileName" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" CHAR(64) NOT NULL,
    "storageKey" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "uploadedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "uploadedById" UUID NOT NULL,
    "structureId" UUID NOT NULL,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "consortium_document_version_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "consortium_message" (
    "id" UUID NOT NULL,
    "consortiumId" UUID NOT NULL,
    "personId" UUID,
    "structureName" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "writtenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "consortium_message_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "consortium_entry" (
    "id" UUID NOT NULL,
    "consortiumId" UUID NOT NULL,
    "kind" "consortium_entry_kind" NOT NULL,
    "text" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "personId" UUID,

    CONSTRAINT "consortium_entry_pkey" PRIMARY KEY ("id")
);
-- Consortia of before: their members sit in them, and they answer the lots of which they have a part.
INSERT INTO "consortium_lot" ("consortiumId", "lotId", "leadStructureId")
  SELECT DISTINCT m."consortiumId", m."lotId", c."leadStructureId"
    FROM "consortium_member" m JOIN "consortium" c ON c.id = m."consortiumId";
INSERT INTO "consortium_seat" ("consortiumId", "structureId", "joinedAt", "agreedAt")
  SELECT id, "leadStructureId", now(), now() FROM "consortium"
  UNION SELECT "consortiumId", "structureId", now(), now() FROM "consortium_member";

CREATE UNIQUE INDEX "consortium_one_lead_per_lot" ON "consortium_lot"("lotId", "leadStructureId");
CREATE INDEX "consortium_seat_structureId_idx" ON "consortium_seat"("structureId");
CREATE INDEX "consortium_offer_consortiumId_lotId_idx" ON "consortium_offer"("consortiumId", "lotId");
CREATE INDEX "consortium_subcontractor_consortiumId_lotId_idx" ON "consortium_subcontractor"("consortiumId", "lotId");
CREATE INDEX "consortium_subcontractor_consortiumId_structureId_idx" ON "consortium_subcontractor"("consortiumId", "structureId");
CREATE INDEX "consortium_price_consortiumId_structureId_idx" ON "consortium_price"("consortiumId", "structureId");
CREATE INDEX "consortium_step_personId_idx" ON "consortium_step"("personId");
CREATE UNIQUE INDEX "consortium_step_in_turn" ON "consortium_step"("consortiumId", "position");
CREATE INDEX "consortium_outcome_settledAt_idx" ON "consortium_outcome"("settledAt");
CREATE INDEX "consortium_guest_consortiumId_idx" ON "consortium_guest"("consortiumId");
CREATE INDEX "consortium_guest_personId_idx" ON "consortium_guest"("personId");
CREATE INDEX "consortium_guest_invitedById_idx" ON "consortium_guest"("invitedById");
CREATE INDEX "paper_certificate_structureId_idx" ON "paper_certificate"("structureId");
CREATE INDEX "paper_certificate_validUntil_idx" ON "paper_certificate"("validUntil");
CREATE INDEX "consortium_task_consortiumId_ownerStructureId_idx" ON "consortium_task"("consortiumId", "ownerStructureId");
CREATE INDEX "consortium_task_ownerId_idx" ON "consortium_task"("ownerId");
CREATE INDEX "consortium_task_changedById_idx" ON "consortium_task"("changedById");
CREATE INDEX "consortium_document_consortiumId_structureId_idx" ON "consortium_document"("consortiumId", "structureId");
CREATE UNIQUE INDEX "consortium_document_version_storageKey_key" ON "consortium_document_version"("storageKey");
CREATE INDEX "consortium_document_version_uploadedById_idx" ON "consortium_document_version"("uploadedById");
CREATE UNIQUE INDEX "consortium_document_version_in_turn" ON "consortium_document_version"("documentId", "number");
CREATE INDEX "consortium_message_consortiumId_writtenAt_idx" ON "consortium_message"("consortiumId", "writtenAt");
CREATE INDEX "consortium_message_personId_idx" ON "consortium_message"("personId");
CREATE INDEX "consortium_entry_consortiumId_at_idx" ON "consortium_entry"("consortiumId", "at");
CREATE INDEX "consortium_entry_personId_idx" ON "consortium_entry"("personId");
CREATE INDEX "consortium_tenderId_idx" ON "consortium"("tenderId");
CREATE INDEX "consortium_successorId_idx" ON "consortium"("successorId");
CREATE INDEX "consortium_member_consortiumId_structureId_idx" ON "consortium_member"("consortiumId", "structureId");
ALTER TABLE "consortium" ADD CONSTRAINT "consortium_successorId_fkey" FOREIGN KEY ("successorId") REFERENCES "structure"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "consortium_lot" ADD CONSTRAINT "consortium_lot_consortiumId_fkey" FOREIGN KEY ("consortiumId") REFERENCES "consortium"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "consortium_lot" ADD CONSTRAINT "consortium_lot_lotId_fkey" FOREIGN KEY ("lotId") REFERENCES "tender_lot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "consortium_seat" ADD CONSTRAINT "consortium_seat_consortiumId_fkey" FOREIGN KEY ("consortiumId") REFERENCES "consortium"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "consortium_seat" ADD CONSTRAINT "consortium_seat_structureId_fkey" FOREIGN KEY ("structureId") REFERENCES "structure"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "consortium_offer" ADD CONSTRAINT "consortium_offer_consortiumId_structureId_fkey" FOREIGN KEY ("consortiumId", "structureId") REFERENCES "consortium_seat"("consortiumId", "structureId") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "consortium_offer" ADD CONSTRAINT "consortium_offer_consortiumId_lotId_fkey" FOREIGN KEY ("consortiumId", "lotId") REFERENCES "consortium_lot"("consortiumId", "lotId") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "consortium_member" ADD CONSTRAINT "consortium_member_consortiumId_structureId_fkey" FOREIGN KEY ("consortiumId", "structureId") REFERENCES "consortium_seat"("consortiumId", "structureId") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "consortium_member" ADD CONSTRAINT "consortium_member_consortiumId_lotId_fkey" FOREIGN KEY ("consortiumId", "lotId") REFERENCES "consortium_lot"("consortiumId", "lotId") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "consortium_subcontractor" ADD CONSTRAINT "consortium_subcontractor_consortiumId_lotId_fkey" FOREIGN KEY ("consortiumId", "lotId") REFERENCES "consortium_lot"("consortiumId", "lotId") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "consortium_subcontractor" ADD CONSTRAINT "consortium_subcontractor_consortiumId_structureId_fkey" FOREIGN KEY ("consortiumId", "structureId") REFERENCES "consortium_seat"("consortiumId", "structureId") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "consortium_price" ADD CONSTRAINT "consortium_price_consortiumId_lotId_fkey" FOREIGN KEY ("consortiumId", "lotId") REFERENCES "consortium_lot"("consortiumId", "lotId") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "consortium_price" ADD CONSTRAINT "consortium_price_consortiumId_structureId_fkey" FOREIGN KEY ("consortiumId", "structureId") REFERENCES "consortium_seat"("consortiumId", "structureId") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "consortium_step" ADD CONSTRAINT "consortium_step_consortiumId_fkey" FOREIGN KEY ("consortiumId") REFERENCES "consortium"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "consortium_step" ADD CONSTRAINT "consortium_step_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "consortium_outcome" ADD CONSTRAINT "consortium_outcome_consortiumId_fkey" FOREIGN KEY ("consortiumId") REFERENCES "consortium"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "consortium_guest" ADD CONSTRAINT "consortium_guest_consortiumId_fkey" FOREIGN KEY ("consortiumId") REFERENCES "consortium"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "consortium_guest" ADD CONSTRAINT "consortium_guest_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "consortium_guest" ADD CONSTRAINT "consortium_guest_invitedById_fkey" FOREIGN KEY ("invitedById") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "papers" ADD CONSTRAINT "papers_structureId_fkey" FOREIGN KEY ("structureId") REFERENCES "structure"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "paper_year" ADD CONSTRAINT "paper_year_structureId_fkey" FOREIGN KEY ("structureId") REFERENCES "papers"("structureId") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "paper_certificate" ADD CONSTRAINT "paper_certificate_structureId_fkey" FOREIGN KEY ("structureId") REFERENCES "papers"("structureId") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "paper_reminder" ADD CONSTRAINT "paper_reminder_certificateId_fkey" FOREIGN KEY ("certificateId") REFERENCES "paper_certificate"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "consortium_task" ADD CONSTRAINT "consortium_task_consortiumId_fkey" FOREIGN KEY ("consortiumId") REFERENCES "consortium"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "consortium_task" ADD CONSTRAINT "consortium_task_consortiumId_ownerStructureId_fkey" FOREIGN KEY ("consortiumId", "ownerStructureId") REFERENCES "consortium_seat"("consortiumId", "structureId") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "consortium_task" ADD CONSTRAINT "consortium_task_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "consortium_task" ADD CONSTRAINT "consortium_task_changedById_fkey" FOREIGN KEY ("changedById") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "consortium_task_reminder" ADD CONSTRAINT "consortium_task_reminder_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "consortium_task"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "consortium_document" ADD CONSTRAINT "consortium_document_consortiumId_fkey" FOREIGN KEY ("consortiumId") REFERENCES "consortium"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "consortium_document" ADD CONSTRAINT "consortium_document_consortiumId_structureId_fkey" FOREIGN KEY ("consortiumId", "structureId") REFERENCES "consortium_seat"("consortiumId", "structureId") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "consortium_document_version" ADD CONSTRAINT "consortium_document_version_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "consortium_document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "consortium_document_version" ADD CONSTRAINT "consortium_document_version_uploadedById_fkey" FOREIGN KEY ("uploadedById") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "consortium_message" ADD CONSTRAINT "consortium_message_consortiumId_fkey" FOREIGN KEY ("consortiumId") REFERENCES "consortium"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "consortium_message" ADD CONSTRAINT "consortium_message_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "consortium_entry" ADD CONSTRAINT "consortium_entry_consortiumId_fkey" FOREIGN KEY ("consortiumId") REFERENCES "consortium"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "consortium_entry" ADD CONSTRAINT "consortium_entry_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE UNIQUE INDEX consortium_guest_once ON "consortium_guest" ("consortiumId", "personId") WHERE "revokedAt" IS NULL;

ALTER TABLE "consortium"
  ADD CONSTRAINT consortium_says_why CHECK (btrim("justification") <> ''),
  ADD CONSTRAINT consortium_successor_is_another CHECK ("successorId" <> "leadStructureId");
ALTER TABLE "consortium_seat" ADD CONSTRAINT consortium_seat_in_order CHECK (
  ("leftAt" IS NULL OR "joinedAt" IS NOT NULL) AND ("declinedAt" IS NULL OR "joinedAt" IS NULL));
ALTER TABLE "consortium_offer" ADD CONSTRAINT consortium_offer_share CHECK ("shareBasisPoints" BETWEEN 1 AND 10000);
ALTER TABLE "consortium_subcontractor"
  ADD CONSTRAINT consortium_subcontractor_has_words CHECK (btrim("name") <> '' AND btrim("work") <> '');
ALTER TABLE "consortium_price" ADD CONSTRAINT consortium_price_amount CHECK ("amountCents" > 0);
ALTER TABLE "consortium_step" ADD CONSTRAINT consortium_step_with_reason
  CHECK ("state" NOT IN ('lost', 'dropped') OR btrim("reason") <> '');
ALTER TABLE "consortium_outcome" ADD CONSTRAINT consortium_outcome_amount CHECK ("amountCents" > 0);
ALTER TABLE "consortium_task"
  ADD CONSTRAINT consortium_task_has_words CHECK (btrim("title") <> ''),
  ADD CONSTRAINT consortium_task_one_day CHECK (("daysBefore" IS NULL) <> ("dueOn" IS NULL)),
  ADD CONSTRAINT consortium_task_days CHECK ("daysBefore" BETWEEN 0 AND 365);
ALTER TABLE "consortium_task_reminder" ADD CONSTRAINT consortium_task_reminder_stage CHECK ("stage" IN ('soon', 'late'));
ALTER TABLE "consortium_document" ADD CONSTRAINT consortium_document_has_words CHECK (btrim("title") <> '');
ALTER TABLE "consortium_document_version"
  ADD CONSTRAINT consortium_document_version_checksum CHECK ("sha256" ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT consortium_document_version_size CHECK ("size" BETWEEN 1 AND 26214400);
ALTER TABLE "consortium_message" ADD CONSTRAINT consortium_message_has_words CHECK (btrim("body") <> '');
ALTER TABLE "consortium_entry" ADD CONSTRAINT consortium_entry_has_words CHECK (btrim("text") <> '');
ALTER TABLE "paper_year"
  ADD CONSTRAINT paper_year_possible CHECK ("year" BETWEEN 1990 AND 2100),
  ADD CONSTRAINT paper_year_figures CHECK ("turnoverEuros" >= 0 AND "headcount" >= 0);
ALTER TABLE "paper_certificate" ADD CONSTRAINT paper_certificate_has_words CHECK (btrim("label") <> '');
ALTER TABLE "paper_reminder" ADD CONSTRAINT paper_reminder_stage CHECK ("stage" IN ('soon', 'now', 'over'));

-- The driver loses the CONSTRAINT field of a raised error, so the name is in its text.
CREATE FUNCTION refuse_rule(rule text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'violates check constraint "%"', rule USING ERRCODE = 'check_violation';
END $$;

-- What is being built may change; what was submitted is what the buyer has. Taken with a share of the
-- consortium's row, so that a submission under way is waited for.
CREATE FUNCTION consortium_must_be_building(given uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  now_is public.consortium_state;
BEGIN
  SELECT state INTO now_is FROM public.consortium WHERE id = given FOR SHARE;
  IF now_is <> 'building' THEN PERFORM public.refuse_rule('consortium_is_frozen'); END IF;
END $$;

-- A lot's consortium bears the name of its mandatary as long as it is not dropped: the unique index
-- consortium_one_lead_per_lot then says that nobody leads two for one contract (art. R2142-23).
CREATE FUNCTION consortium_lot_follow() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  own public.consortium;
BEGIN
  SELECT * INTO own FROM public.consortium WHERE id = NEW."consortiumId";
  IF NOT EXISTS (SELECT 1 FROM public.tender_lot l WHERE l.id = NEW."lotId" AND l."tenderId" = own."tenderId") THEN
    PERFORM public.refuse_rule('consortium_lot_of_its_tender');
  END IF;
  NEW."leadStructureId" := CASE WHEN own.state = 'dropped' THEN NULL ELSE own."leadStructureId" END;
  RETURN NEW;
END $$;
CREATE TRIGGER consortium_lot_follow BEFORE INSERT OR UPDATE ON "consortium_lot"
  FOR EACH ROW EXECUTE FUNCTION consortium_lot_follow();

CREATE FUNCTION consortium_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state <> 'building' AND (NEW."tenderId", NEW.form, NEW.justification) IS DISTINCT FROM (OLD."tenderId", OLD.form, OLD.justification) THEN
    PERFORM public.refuse_rule('consortium_is_frozen');
  END IF;
  IF NEW."leadStructureId" <> OLD."leadStructureId" AND NOT EXISTS (
    SELECT 1 FROM public.consortium_seat s WHERE s."consortiumId" = NEW.id AND s."structureId" = NEW."leadStructureId"
       AND s."joinedAt" IS NOT NULL AND s."leftAt" IS NULL) THEN
    PERFORM public.refuse_rule('consortium_lead_is_member');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER consortium_guard BEFORE UPDATE ON "consortium" FOR EACH ROW EXECUTE FUNCTION consortium_guard();

CREATE FUNCTION consortium_carry() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE public.consortium_lot SET "leadStructureId" = NEW."leadStructureId" WHERE "consortiumId" = NEW.id;
  -- Each member is bound otherwise: what it agreed to is no more.
  IF NEW.form <> OLD.form THEN
    UPDATE public.consortium_seat SET "agreedAt" = NULL WHERE "consortiumId" = NEW.id AND "agreedAt" IS NOT NULL;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER consortium_carry AFTER UPDATE OF "leadStructureId", state, form ON "consortium"
  FOR EACH ROW EXECUTE FUNCTION consortium_carry();

-- Comings and goings end with the submission (the composition of a candidate is fixed); the mandatary
-- hands over before it leaves.
CREATE FUNCTION consortium_seat_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND (NEW."joinedAt", NEW."leftAt") IS NOT DISTINCT FROM (OLD."joinedAt", OLD."leftAt") THEN
    RETURN NEW;
  END IF;
  PERFORM public.consortium_must_be_building(NEW."consortiumId");
  IF NEW."leftAt" IS NOT NULL AND EXISTS (
    SELECT 1 FROM public.consortium c WHERE c.id = NEW."consortiumId" AND c."leadStructureId" = NEW."structureId") THEN
    PERFORM public.refuse_rule('consortium_lead_hands_over_first');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER consortium_seat_guard BEFORE INSERT OR UPDATE ON "consortium_seat"
  FOR EACH ROW EXECUTE FUNCTION consortium_seat_guard();

CREATE FUNCTION tender_lot_bids_once(lot uuid) RETURNS boolean LANGUAGE sql STABLE
RETURN (SELECT coalesce(l."multipleCandidacyRule", t."multipleCandidacyRule") = 'forbidden'
          FROM public.tender_lot l JOIN public.tender t ON t.id = l."tenderId" WHERE l.id = lot);

-- Parts of a lot, one writer at a time: never more than the whole, and where the notice forbids several
-- bids (art. R2142-21), a structure has a part of the lot in one live consortium only.
CREATE FUNCTION consortium_part_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM public.consortium_must_be_building(NEW."consortiumId");
  PERFORM 1 FROM public.tender_lot WHERE id = NEW."lotId" FOR NO KEY UPDATE;
  IF NOT EXISTS (SELECT 1 FROM public.consortium_seat s WHERE s."consortiumId" = NEW."consortiumId"
      AND s."structureId" = NEW."structureId" AND s."joinedAt" IS NOT NULL AND s."leftAt" IS NULL) THEN
    PERFORM public.refuse_rule('consortium_part_of_member');
  END IF;
  IF NEW."shareBasisPoints" + (
    SELECT coalesce(sum(m."shareBasisPoints"), 0) FROM public.consortium_member m
     WHERE m."consortiumId" = NEW."consortiumId" AND m."lotId" = NEW."lotId" AND m."structureId" <> NEW."structureId"
  ) > 10000 THEN
    PERFORM public.refuse_rule('consortium_parts_at_most_whole');
  END IF;
  IF public.tender_lot_bids_once(NEW."lotId") AND EXISTS (
    SELECT 1 FROM public.consortium_member m JOIN public.consortium c ON c.id = m."consortiumId"
     WHERE m."lotId" = NEW."lotId" AND m."structureId" = NEW."structureId"
       AND m."consortiumId" <> NEW."consortiumId" AND c.state <> 'dropped') THEN
    PERFORM public.refuse_rule('consortium_one_bid_per_lot');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER consortium_part_guard BEFORE INSERT OR UPDATE ON "consortium_member"
  FOR EACH ROW EXECUTE FUNCTION consortium_part_guard();

-- Whoever agreed, agreed to the parts as they were.
CREATE FUNCTION consortium_part_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  part public.consortium_member := coalesce(NEW, OLD);
BEGIN
  PERFORM public.consortium_must_be_building(part."consortiumId");
  UPDATE public.consortium_seat SET "agreedAt" = NULL
   WHERE "consortiumId" = part."consortiumId" AND "structureId" = part."structureId" AND "agreedAt" IS NOT NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER consortium_part_changed AFTER INSERT OR UPDATE OR DELETE ON "consortium_member"
  FOR EACH ROW EXECUTE FUNCTION consortium_part_changed();

-- Which state may follow which; what was won by mistake is lost, and the other way.
CREATE FUNCTION consortium_may_become(before consortium_state, after consortium_state) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (before, after) IN (
  ('building', 'submitted'), ('building', 'dropped'), ('submitted', 'won'), ('submitted', 'lost'),
  ('submitted', 'dropped'), ('won', 'lost'), ('lost', 'won'));

CREATE FUNCTION consortium_take_step() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  own public.consortium;
BEGIN
  SELECT * INTO own FROM public.consortium WHERE id = NEW."consortiumId" FOR UPDATE;
  IF NEW.position <> 1 + (SELECT count(*) FROM public.consortium_step s WHERE s."consortiumId" = own.id) THEN
    RAISE EXCEPTION 'violates unique constraint "consortium_step_in_turn"' USING ERRCODE = 'unique_violation';
  END IF;
  IF NOT public.consortium_may_become(own.state, NEW.state) THEN
    PERFORM public.refuse_rule('consortium_step_no_jump');
  END IF;
  IF NEW.state = 'submitted' THEN PERFORM public.consortium_must_be_complete(own.id); END IF;
  UPDATE public.consortium SET state = NEW.state WHERE id = own.id;
  RETURN NEW;
END $$;

-- What an answer needs before it is submitted: several members, the whole of each lot shared out, and
-- everybody's agreement to their part.
CREATE FUNCTION consortium_must_be_complete(given uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT count(*) FROM public.consortium_seat s WHERE s."consortiumId" = given
         AND s."joinedAt" IS NOT NULL AND s."leftAt" IS NULL) < 2 THEN
    PERFORM public.refuse_rule('consortium_has_several_members');
  END IF;
  IF EXISTS (SELECT 1 FROM public.consortium_lot l WHERE l."consortiumId" = given AND 10000 <> (
      SELECT coalesce(sum(m."shareBasisPoints"), 0) FROM public.consortium_member m
       WHERE m."consortiumId" = l."consortiumId" AND m."lotId" = l."lotId")) THEN
    PERFORM public.refuse_rule('consortium_parts_make_whole');
  END IF;
  IF EXISTS (SELECT 1 FROM public.consortium_seat s WHERE s."consortiumId" = given
      AND s."joinedAt" IS NOT NULL AND s."leftAt" IS NULL AND (s."agreedAt" IS NULL OR NOT EXISTS (
        SELECT 1 FROM public.consortium_member m WHERE m."consortiumId" = given AND m."structureId" = s."structureId"))) THEN
    PERFORM public.refuse_rule('consortium_members_agree');
  END IF;
  IF EXISTS (SELECT 1 FROM public.consortium_member m
      JOIN public.consortium_member other ON other."lotId" = m."lotId" AND other."structureId" = m."structureId"
       AND other."consortiumId" <> m."consortiumId"
      JOIN public.consortium c ON c.id = other."consortiumId" AND c.state <> 'dropped'
     WHERE m."consortiumId" = given AND public.tender_lot_bids_once(m."lotId")) THEN
    PERFORM public.refuse_rule('consortium_bids_to_settle');
  END IF;
END $$;
CREATE TRIGGER consortium_take_step BEFORE INSERT ON "consortium_step"
  FOR EACH ROW EXECUTE FUNCTION consortium_take_step();
CREATE TRIGGER consortium_step_is_history BEFORE UPDATE OR DELETE ON "consortium_step"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER consortium_entry_is_history BEFORE UPDATE OR DELETE ON "consortium_entry"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- The final answer is what the buyer was given: its list and its files stay as they are.
CREATE FUNCTION consortium_document_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."isFinal" <> NEW."isFinal" OR (OLD."isFinal" AND NEW."withdrawnAt" IS DISTINCT FROM OLD."withdrawnAt") THEN
    PERFORM public.consortium_must_be_building(NEW."consortiumId");
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER consortium_document_guard BEFORE UPDATE ON "consortium_document"
  FOR EACH ROW EXECUTE FUNCTION consortium_document_guard();

-- A version follows the last one, and says so by its number: of two at once, the second is refused.
CREATE FUNCTION consortium_document_version_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  own public.consortium_document;
BEGIN
  SELECT * INTO own FROM public.consortium_document WHERE id = NEW."documentId" FOR UPDATE;
  IF own."withdrawnAt" IS NOT NULL OR NEW.number <> 1 + (
    SELECT coalesce(max(v.number), 0) FROM public.consortium_document_version v WHERE v."documentId" = own.id) THEN
    RAISE EXCEPTION 'violates unique constraint "consortium_document_version_in_turn"' USING ERRCODE = 'unique_violation';
  END IF;
  IF own."isFinal" THEN PERFORM public.consortium_must_be_building(own."consortiumId"); END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER consortium_document_version_guard BEFORE INSERT ON "consortium_document_version"
  FOR EACH ROW EXECUTE FUNCTION consortium_document_version_guard();

-- Who gave which file, when, with which checksum, is never rewritten; that its file is gone may be noted.
CREATE FUNCTION consortium_document_version_keep() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR to_jsonb(NEW) - 'removedAt' <> to_jsonb(OLD) - 'removedAt' THEN
    PERFORM public.refuse_rule('consortium_document_version_is_history');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER consortium_document_version_keep BEFORE UPDATE OR DELETE ON "consortium_document_version"
  FOR EACH ROW EXECUTE FUNCTION consortium_document_version_keep();
