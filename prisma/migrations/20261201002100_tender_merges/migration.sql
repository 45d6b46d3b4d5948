-- A notice that was merged leads to the one that is shown, in one step: no chain and no circle.

UPDATE "tender" t SET "mergedIntoId" = k."mergedIntoId" FROM "tender" k
 WHERE k.id = t."mergedIntoId" AND k."mergedIntoId" IS NOT NULL AND k."mergedIntoId" <> t.id;

CREATE FUNCTION tender_guard_merge() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."mergedIntoId" IS NOT NULL AND (
    EXISTS (SELECT 1 FROM public.tender t WHERE t.id = NEW."mergedIntoId" AND t."mergedIntoId" IS NOT NULL FOR SHARE)
    OR EXISTS (SELECT 1 FROM public.tender s WHERE s."mergedIntoId" = NEW.id)
  ) THEN
    RAISE EXCEPTION 'violates check constraint "tender_merge_no_chain"' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER tender_guard_merge BEFORE UPDATE OF "mergedIntoId" ON "tender"
  FOR EACH ROW EXECUTE FUNCTION tender_guard_merge();
