-- A notice that was merged into another is the same consultation: its lots are the same contracts, and nobody leads
-- two consortia for one of them (art. R2142-23), whichever notice each was opened from.
ALTER TABLE "tender_lot" ADD COLUMN "standsForId" UUID;
ALTER TABLE "tender_lot" ADD CONSTRAINT "tender_lot_standsForId_fkey" FOREIGN KEY ("standsForId") REFERENCES "tender_lot"("id") ON DELETE SET NULL ON UPDATE CASCADE;
CREATE INDEX "tender_lot_standsForId_idx" ON "tender_lot"("standsForId");

ALTER TABLE "consortium_lot" ADD COLUMN "contractLotId" UUID;
UPDATE "consortium_lot" SET "contractLotId" = "lotId";
ALTER TABLE "consortium_lot" ALTER COLUMN "contractLotId" SET NOT NULL;
DROP INDEX "consortium_one_lead_per_lot";
CREATE UNIQUE INDEX "consortium_one_lead_per_lot" ON "consortium_lot"("contractLotId", "leadStructureId");
CREATE INDEX "consortium_lot_lotId_idx" ON "consortium_lot"("lotId");

CREATE FUNCTION contract_of_lot(lot uuid) RETURNS uuid LANGUAGE sql STABLE
RETURN (SELECT coalesce(l."standsForId", l.id) FROM public.tender_lot l WHERE l.id = lot);

-- The lot bears its mandatary's name, and the index refuses a second for the contract. Where a merge makes one of two
-- contracts that one structure leads, the second loses the name: a merge is not refused for what its author may not
-- know. That consortium takes no further step then, but to be dropped: whatever writes it asks for the name again.
CREATE OR REPLACE FUNCTION consortium_lot_follow() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  own public.consortium;
BEGIN
  SELECT * INTO own FROM public.consortium WHERE id = NEW."consortiumId";
  IF NOT EXISTS (SELECT 1 FROM public.tender_lot l WHERE l.id = NEW."lotId" AND l."tenderId" = own."tenderId") THEN
    PERFORM public.refuse_rule('consortium_lot_of_its_tender');
  END IF;
  NEW."leadStructureId" := CASE WHEN own.state = 'dropped' THEN NULL ELSE own."leadStructureId" END;
  IF TG_OP = 'INSERT' THEN NEW."contractLotId" := public.contract_of_lot(NEW."lotId"); END IF;
  IF TG_OP = 'UPDATE' AND NEW."contractLotId" <> OLD."contractLotId" AND EXISTS (
    SELECT 1 FROM public.consortium_lot other WHERE other."contractLotId" = NEW."contractLotId"
       AND other."leadStructureId" = NEW."leadStructureId" AND other."consortiumId" <> NEW."consortiumId") THEN
    NEW."leadStructureId" := NULL;
  END IF;
  RETURN NEW;
END $$;

-- What was opened before the merge follows, one after the other.
CREATE FUNCTION consortium_lot_contract() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  contract uuid := coalesce(NEW."standsForId", NEW.id);
  bid record;
BEGIN
  FOR bid IN SELECT cl."consortiumId" FROM public.consortium_lot cl WHERE cl."lotId" = NEW.id ORDER BY 1 LOOP
    UPDATE public.consortium_lot SET "contractLotId" = contract
     WHERE "consortiumId" = bid."consortiumId" AND "lotId" = NEW.id;
  END LOOP;
  -- What was bid for each is now bid for one contract.
  IF public.tender_lot_bids_once(contract) THEN PERFORM public.consortium_rule_read(contract); END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER consortium_lot_contract AFTER UPDATE OF "standsForId" ON "tender_lot"
  FOR EACH ROW WHEN (OLD."standsForId" IS DISTINCT FROM NEW."standsForId") EXECUTE FUNCTION consortium_lot_contract();

-- What a structure bids elsewhere is asked at its own act (its agreement), never at the mandatary's: a refusal there
-- would tell a rival. Lots follow their notice; so do the day an abandoned answer is read, and what members are told.

-- When its members were told that the buyer gave up; null: not so, or not yet.
ALTER TABLE "consortium" ADD COLUMN "withdrawalTold" TIMESTAMPTZ(3);

-- Notices that were merged share their fate, as they share their deadline.
UPDATE "tender" m SET "withdrawnAt" = k."withdrawnAt" FROM "tender" k
 WHERE k.id = m."mergedIntoId" AND m."withdrawnAt" IS DISTINCT FROM k."withdrawnAt";

-- As before, but for what the structure has elsewhere.
CREATE OR REPLACE FUNCTION consortium_part_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM public.consortium_must_be_building(NEW."consortiumId");
  -- Its own row: rivals for the lot do not wait for each other.
  PERFORM 1 FROM public.consortium_lot WHERE "consortiumId" = NEW."consortiumId" AND "lotId" = NEW."lotId" FOR NO KEY UPDATE;
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
  RETURN NEW;
END $$;

-- Whether a structure that agrees here has agreed, elsewhere, to a part of a contract of which the notice admits one
-- bid only (art. R2142-21).
CREATE FUNCTION consortium_bids_elsewhere(here uuid, structure uuid) RETURNS boolean LANGUAGE sql STABLE
RETURN EXISTS (
  SELECT 1 FROM public.consortium_member m
    JOIN public.consortium_lot l ON l."consortiumId" = m."consortiumId" AND l."lotId" = m."lotId"
    JOIN public.consortium_lot other ON other."contractLotId" = l."contractLotId" AND other."consortiumId" <> here
    JOIN public.consortium_member part ON part."consortiumId" = other."consortiumId" AND part."lotId" = other."lotId"
     AND part."structureId" = structure
    JOIN public.consortium_seat s ON s."consortiumId" = part."consortiumId" AND s."structureId" = structure
     AND s."agreedAt" IS NOT NULL AND s."leftAt" IS NULL
    JOIN public.consortium c ON c.id = part."consortiumId" AND c.state <> 'dropped'
   WHERE m."consortiumId" = here AND m."structureId" = structure
     AND public.tender_lot_bids_once(l."contractLotId"));

-- Contracts are taken one writer at a time, in one order: of two agreements at once, the second sees the first.
CREATE FUNCTION consortium_agreement_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM public.tender_lot t WHERE t.id IN (
    SELECT l."contractLotId" FROM public.consortium_member m
      JOIN public.consortium_lot l ON l."consortiumId" = m."consortiumId" AND l."lotId" = m."lotId"
     WHERE m."consortiumId" = NEW."consortiumId" AND m."structureId" = NEW."structureId")
   ORDER BY t.id FOR NO KEY UPDATE;
  IF public.consortium_bids_elsewhere(NEW."consortiumId", NEW."structureId") THEN
    PERFORM public.refuse_rule('consortium_one_bid_per_lot');
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER consortium_agreement_guard AFTER UPDATE OF "agreedAt" ON "consortium_seat"
  FOR EACH ROW WHEN (NEW."agreedAt" IS NOT NULL AND NEW."agreedAt" IS DISTINCT FROM OLD."agreedAt")
  EXECUTE FUNCTION consortium_agreement_guard();

-- Several bids are forbidden from now on: what was agreed before is agreed anew, by every member, whether or not it
-- bids elsewhere: who would have to is not told.
CREATE FUNCTION consortium_rule_read(lot uuid) RETURNS void LANGUAGE sql AS $$
  UPDATE public.consortium_seat s SET "agreedAt" = NULL
    FROM public.consortium c, public.consortium_lot l
   WHERE l."contractLotId" = lot AND c.id = l."consortiumId" AND c.state = 'building'
     AND s."consortiumId" = c.id AND s."agreedAt" IS NOT NULL;
$$;
CREATE FUNCTION tender_lot_rule_read() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF public.tender_lot_bids_once(NEW.id) THEN PERFORM public.consortium_rule_read(NEW.id); END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER tender_lot_rule_read AFTER UPDATE OF "multipleCandidacyRule" ON "tender_lot"
  FOR EACH ROW WHEN (OLD."multipleCandidacyRule" IS DISTINCT FROM NEW."multipleCandidacyRule")
  EXECUTE FUNCTION tender_lot_rule_read();
CREATE FUNCTION tender_rule_read() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM public.consortium_rule_read(l.id) FROM public.tender_lot l
    WHERE l."tenderId" = NEW.id AND l."multipleCandidacyRule" IS NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER tender_rule_read AFTER UPDATE OF "multipleCandidacyRule" ON "tender"
  FOR EACH ROW WHEN (OLD."multipleCandidacyRule" <> 'forbidden' AND NEW."multipleCandidacyRule" = 'forbidden')
  EXECUTE FUNCTION tender_rule_read();

-- The lots of an answer change while it is built.
CREATE FUNCTION consortium_lot_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM public.consortium_must_be_building(OLD."consortiumId");
  RETURN OLD;
END $$;
CREATE TRIGGER consortium_lot_guard BEFORE DELETE ON "consortium_lot"
  FOR EACH ROW EXECUTE FUNCTION consortium_lot_guard();

-- As before, of the lots that the buyer did not take out; agreements say that nothing is bid twice.
CREATE OR REPLACE FUNCTION consortium_must_be_complete(given uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT count(*) FROM public.consortium_seat s WHERE s."consortiumId" = given
         AND s."joinedAt" IS NOT NULL AND s."leftAt" IS NULL) < 2 THEN
    PERFORM public.refuse_rule('consortium_has_several_members');
  END IF;
  IF NOT EXISTS (SELECT 1 FROM public.consortium_lot l JOIN public.tender_lot t ON t.id = l."lotId"
      WHERE l."consortiumId" = given AND t."withdrawnAt" IS NULL) THEN
    PERFORM public.refuse_rule('consortium_has_a_lot');
  END IF;
  IF EXISTS (SELECT 1 FROM public.consortium_lot l JOIN public.tender_lot t ON t.id = l."lotId"
      WHERE l."consortiumId" = given AND t."withdrawnAt" IS NULL AND 10000 <> (
      SELECT coalesce(sum(m."shareBasisPoints"), 0) FROM public.consortium_member m
        JOIN public.consortium_seat s ON s."consortiumId" = m."consortiumId" AND s."structureId" = m."structureId"
         AND s."joinedAt" IS NOT NULL AND s."leftAt" IS NULL
       WHERE m."consortiumId" = l."consortiumId" AND m."lotId" = l."lotId")) THEN
    PERFORM public.refuse_rule('consortium_parts_make_whole');
  END IF;
  IF EXISTS (SELECT 1 FROM public.consortium_seat s WHERE s."consortiumId" = given
      AND s."joinedAt" IS NOT NULL AND s."leftAt" IS NULL AND (s."agreedAt" IS NULL OR NOT EXISTS (
        SELECT 1 FROM public.consortium_member m JOIN public.tender_lot t ON t.id = m."lotId" AND t."withdrawnAt" IS NULL
         WHERE m."consortiumId" = given AND m."structureId" = s."structureId"))) THEN
    PERFORM public.refuse_rule('consortium_members_agree');
  END IF;
END $$;

-- The buyer's words may be told again, or told better: the same result, once more. What was declared submitted may be
-- taken up again, when it was said too early or an amendment asks for another deposit.
CREATE OR REPLACE FUNCTION consortium_may_become(before consortium_state, after consortium_state) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (before, after) IN (
  ('building', 'submitted'), ('building', 'dropped'), ('submitted', 'won'), ('submitted', 'lost'),
  ('submitted', 'dropped'), ('won', 'lost'), ('lost', 'won'), ('won', 'won'), ('lost', 'lost'), ('submitted', 'building'));

-- A lot that the buyer takes out of the kept notice, or puts back, is so in those merged into it.
CREATE FUNCTION tender_lot_stands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE public.tender_lot SET "withdrawnAt" = NEW."withdrawnAt" WHERE "standsForId" = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER tender_lot_stands AFTER UPDATE OF "withdrawnAt" ON "tender_lot"
  FOR EACH ROW WHEN (OLD."withdrawnAt" IS DISTINCT FROM NEW."withdrawnAt") EXECUTE FUNCTION tender_lot_stands();

-- What a structure posted is any member's to keep up to date once it is no more of the club.
CREATE FUNCTION tender_of_nobody() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE public.tender SET "postedForId" = NULL WHERE "postedForId" = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER tender_of_nobody AFTER UPDATE OF status ON "structure"
  FOR EACH ROW WHEN (OLD.status = 'active' AND NEW.status <> 'active') EXECUTE FUNCTION tender_of_nobody();
UPDATE "tender" t SET "postedForId" = NULL FROM "structure" s WHERE s.id = t."postedForId" AND s.status <> 'active';

-- Of an answer that was given up, rivals read nothing before the deadline, wherever it moves.
CREATE FUNCTION tender_deadline_outcomes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE public.consortium_outcome o SET "shownFrom" = greatest(o."settledAt", NEW."respondBefore")
    FROM public.consortium c WHERE c.id = o."consortiumId" AND c."tenderId" = NEW.id AND c.state = 'dropped';
  RETURN NULL;
END $$;
CREATE TRIGGER tender_deadline_outcomes AFTER UPDATE OF "respondBefore" ON "tender"
  FOR EACH ROW WHEN (OLD."respondBefore" <> NEW."respondBefore") EXECUTE FUNCTION tender_deadline_outcomes();
