-- The row merged into is held whatever it says: a merge of its own, begun meanwhile, is waited for and seen.
CREATE OR REPLACE FUNCTION expectation_guard_merge() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  beyond uuid;
BEGIN
  IF NEW."mergedIntoId" IS NULL THEN RETURN NEW; END IF;
  SELECT t."mergedIntoId" INTO beyond FROM public.expectation t WHERE t.id = NEW."mergedIntoId" FOR SHARE;
  IF beyond IS NOT NULL OR EXISTS (SELECT 1 FROM public.expectation s WHERE s."mergedIntoId" = NEW.id) THEN
    RAISE EXCEPTION 'violates check constraint "expectation_merge_no_chain"' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION tender_guard_merge() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  beyond uuid;
BEGIN
  IF NEW."mergedIntoId" IS NULL THEN RETURN NEW; END IF;
  SELECT t."mergedIntoId" INTO beyond FROM public.tender t WHERE t.id = NEW."mergedIntoId" FOR SHARE;
  IF beyond IS NOT NULL OR EXISTS (SELECT 1 FROM public.tender s WHERE s."mergedIntoId" = NEW.id) THEN
    RAISE EXCEPTION 'violates check constraint "tender_merge_no_chain"' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
