-- An offer never has fewer places than interns it accepted, and none is put online again without one to take.
-- Whoever accepts holds the offer's row (application_moves): this one waits, and counts after.
CREATE FUNCTION internship_keeps_places() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE taken integer;
BEGIN
  SELECT count(*) INTO taken FROM public.internship_application a WHERE a."internshipId" = NEW.id AND a.state = 'accepted';
  IF NEW.places < OLD.places AND NEW.places < taken THEN
    RAISE EXCEPTION 'constraint "internship_places_taken"' USING ERRCODE = 'check_violation';
  END IF;
  IF OLD."closedAt" IS NOT NULL AND NEW."closedAt" IS NULL AND NEW.places <= taken THEN
    RAISE EXCEPTION 'constraint "internship_place_left"' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER internship_keeps_places BEFORE UPDATE OF places, "closedAt" ON "internship"
  FOR EACH ROW EXECUTE FUNCTION internship_keeps_places();
