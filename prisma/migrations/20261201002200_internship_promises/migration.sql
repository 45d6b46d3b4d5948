-- The day promised to whoever waits for an answer is not put off. Sending takes a share of the offer's row, so
-- that of a date and an application at once one is seen by the other.
CREATE FUNCTION internship_keep_promise() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM public.internship_application a
      WHERE a."internshipId" = NEW.id AND a."sentAt" IS NOT NULL AND a."endedAt" IS NULL) THEN
    RAISE EXCEPTION 'violates check constraint "internship_promise_stands"' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER internship_keep_promise BEFORE UPDATE OF "answerBy" ON "internship"
  FOR EACH ROW WHEN (NEW."answerBy" > OLD."answerBy") EXECUTE FUNCTION internship_keep_promise();
