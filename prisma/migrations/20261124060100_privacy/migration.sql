ALTER TABLE "person" ADD COLUMN "erasedAt" TIMESTAMPTZ(3);

CREATE TABLE "last_sign_in" (
    "personId" UUID NOT NULL,
    "day" DATE NOT NULL,
    "warnedOn" DATE,

    CONSTRAINT "last_sign_in_pkey" PRIMARY KEY ("personId")
);
CREATE INDEX "last_sign_in_day_idx" ON "last_sign_in"("day");
ALTER TABLE "last_sign_in" ADD CONSTRAINT "last_sign_in_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
INSERT INTO "last_sign_in" ("personId", day)
  SELECT "personId", max("createdAt" AT TIME ZONE 'Europe/Paris')::date FROM "session" GROUP BY 1;

-- Whatever the way in, it opens a session. A row of its own: a change of `person` would empty the page cache.
CREATE FUNCTION last_sign_in_keep() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO public.last_sign_in AS l ("personId", day)
    VALUES (NEW."personId", (NEW."createdAt" AT TIME ZONE 'Europe/Paris')::date)
    ON CONFLICT ("personId") DO UPDATE SET day = excluded.day, "warnedOn" = NULL WHERE l.day < excluded.day;
  RETURN NULL;
END $$;
CREATE TRIGGER last_sign_in_keep AFTER INSERT ON "session" FOR EACH ROW EXECUTE FUNCTION last_sign_in_keep();

-- Nobody is named by an erased account, and nobody comes in by it.
ALTER TABLE "person"
  ADD CONSTRAINT person_erased_is_nobody CHECK ("erasedAt" IS NULL OR (email LIKE '%@effacee.invalid' AND "passwordHash" IS NULL));

-- An erased account keeps its row: whoever leaves a structure by an erasure may leave it with nobody, as
-- whoever was deleted could.
CREATE OR REPLACE FUNCTION structure_keeps_a_referent() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  concerned uuid; has_people boolean; is_erased boolean;
BEGIN
  FOREACH concerned IN ARRAY CASE TG_OP
    WHEN 'INSERT' THEN ARRAY[NEW."structureId"]
    WHEN 'DELETE' THEN ARRAY[OLD."structureId"]
    ELSE ARRAY[OLD."structureId", NEW."structureId"]
  END LOOP
    PERFORM 1 FROM public.structure s
      WHERE s.id = concerned AND s.status NOT IN ('resigned', 'removed') FOR NO KEY UPDATE;
    CONTINUE WHEN NOT FOUND;
    CONTINUE WHEN EXISTS (SELECT 1 FROM public.affiliation a
      WHERE a."structureId" = concerned AND a."endsOn" IS NULL AND a.role = 'primary_contact');
    has_people := EXISTS (SELECT 1 FROM public.affiliation a WHERE a."structureId" = concerned AND a."endsOn" IS NULL);
    is_erased := TG_OP <> 'INSERT' AND NOT EXISTS (
      SELECT 1 FROM public.person p WHERE p.id = OLD."personId" AND p."erasedAt" IS NULL);
    CONTINUE WHEN NOT has_people AND (is_erased OR TG_OP = 'INSERT');
    -- The driver loses the CONSTRAINT field of a raised error, so the name is in the text.
    RAISE EXCEPTION 'violates check constraint "structure_keeps_a_referent"' USING ERRCODE = 'check_violation';
  END LOOP;
  RETURN NULL;
END $$;
