-- A guest is let in by a member, for as long as that member is in; a seat that was taken is not offered again.

ALTER TABLE "consortium_guest"
  ADD COLUMN "structureId" UUID,
  ADD COLUMN "email" TEXT NOT NULL DEFAULT '';

-- Of those let in before: by the seat of whoever invited them, or else by the mandatary's, and then no more.
UPDATE "consortium_guest" g SET "structureId" = (
  SELECT s."structureId" FROM "consortium_seat" s JOIN "affiliation" a ON a."structureId" = s."structureId"
   WHERE s."consortiumId" = g."consortiumId" AND a."personId" = g."invitedById" AND s."joinedAt" IS NOT NULL
   ORDER BY s."leftAt" DESC NULLS FIRST, s."structureId" LIMIT 1);
UPDATE "consortium_guest" g SET "revokedAt" = coalesce(g."revokedAt", now()), "structureId" = c."leadStructureId"
  FROM "consortium" c WHERE c.id = g."consortiumId" AND g."structureId" IS NULL;
UPDATE "consortium_guest" g SET "revokedAt" = s."leftAt" FROM "consortium_seat" s
 WHERE s."consortiumId" = g."consortiumId" AND s."structureId" = g."structureId"
   AND s."leftAt" IS NOT NULL AND g."revokedAt" IS NULL;
UPDATE "consortium_guest" g SET "email" = lower(p."email") FROM "person" p
 WHERE p.id = g."personId" AND g."revokedAt" IS NULL;

DROP INDEX consortium_guest_once;
DROP INDEX "consortium_guest_consortiumId_idx";
ALTER TABLE "consortium_guest"
  ALTER COLUMN "structureId" SET NOT NULL,
  ALTER COLUMN "email" DROP DEFAULT,
  -- Null: nobody has an account at this address, which whoever invites is not told.
  ALTER COLUMN "personId" DROP NOT NULL,
  -- The address serves to take the access back: it is kept as long as the access, in the one way it is written.
  ADD CONSTRAINT consortium_guest_address CHECK (("revokedAt" IS NULL) = ("email" <> '') AND "email" = lower("email")),
  ADD CONSTRAINT "consortium_guest_consortiumId_structureId_fkey" FOREIGN KEY ("consortiumId", "structureId") REFERENCES "consortium_seat"("consortiumId", "structureId") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX "consortium_guest_consortiumId_structureId_idx" ON "consortium_guest"("consortiumId", "structureId");
CREATE UNIQUE INDEX consortium_guest_once ON "consortium_guest" ("consortiumId", "email") WHERE "revokedAt" IS NULL;

-- Taken with a share of the seat's row: whoever leaves at the same moment is waited for, or waits and revokes.
CREATE FUNCTION consortium_guest_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM public.consortium_seat s WHERE s."consortiumId" = NEW."consortiumId"
     AND s."structureId" = NEW."structureId" AND s."joinedAt" IS NOT NULL AND s."leftAt" IS NULL FOR SHARE;
  IF NOT FOUND THEN PERFORM public.refuse_rule('consortium_guest_of_member'); END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER consortium_guest_guard BEFORE INSERT ON "consortium_guest"
  FOR EACH ROW EXECUTE FUNCTION consortium_guest_guard();

CREATE FUNCTION consortium_seat_left() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE public.consortium_guest SET "revokedAt" = NEW."leftAt", "email" = ''
   WHERE "consortiumId" = NEW."consortiumId" AND "structureId" = NEW."structureId" AND "revokedAt" IS NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER consortium_seat_left AFTER UPDATE OF "leftAt" ON "consortium_seat"
  FOR EACH ROW WHEN (NEW."leftAt" IS NOT NULL) EXECUTE FUNCTION consortium_seat_left();

-- As before, and a seat that was taken stays so until its structure leaves: an invitation written over it
-- would put out a member whose parts remain.
CREATE OR REPLACE FUNCTION consortium_seat_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND (NEW."joinedAt", NEW."leftAt") IS NOT DISTINCT FROM (OLD."joinedAt", OLD."leftAt") THEN
    RETURN NEW;
  END IF;
  PERFORM public.consortium_must_be_building(NEW."consortiumId");
  IF TG_OP = 'UPDATE' AND OLD."joinedAt" IS NOT NULL AND OLD."leftAt" IS NULL AND NEW."joinedAt" IS NULL THEN
    PERFORM public.refuse_rule('consortium_seat_is_taken');
  END IF;
  IF NEW."leftAt" IS NOT NULL AND EXISTS (
    SELECT 1 FROM public.consortium c WHERE c.id = NEW."consortiumId" AND c."leadStructureId" = NEW."structureId") THEN
    PERFORM public.refuse_rule('consortium_lead_hands_over_first');
  END IF;
  RETURN NEW;
END $$;

-- As before, and parts count when whoever has them sits.
CREATE OR REPLACE FUNCTION consortium_must_be_complete(given uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT count(*) FROM public.consortium_seat s WHERE s."consortiumId" = given
         AND s."joinedAt" IS NOT NULL AND s."leftAt" IS NULL) < 2 THEN
    PERFORM public.refuse_rule('consortium_has_several_members');
  END IF;
  IF EXISTS (SELECT 1 FROM public.consortium_lot l WHERE l."consortiumId" = given AND 10000 <> (
      SELECT coalesce(sum(m."shareBasisPoints"), 0) FROM public.consortium_member m
        JOIN public.consortium_seat s ON s."consortiumId" = m."consortiumId" AND s."structureId" = m."structureId"
         AND s."joinedAt" IS NOT NULL AND s."leftAt" IS NULL
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
