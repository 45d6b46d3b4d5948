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
