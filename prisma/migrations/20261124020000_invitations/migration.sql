CREATE TABLE "invitation" (
    "id" UUID NOT NULL,
    "structureId" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "role" "affiliation_role" NOT NULL DEFAULT 'colleague',
    "position" TEXT,
    "firstName" TEXT,
    "lastName" TEXT,
    "fingerprint" TEXT NOT NULL,
    "invitedById" UUID,
    "invitedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "acceptedAt" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "invitation_fingerprint_key" ON "invitation"("fingerprint");
CREATE INDEX "invitation_structureId_invitedAt_idx" ON "invitation"("structureId", "invitedAt");
CREATE INDEX "invitation_invitedById_idx" ON "invitation"("invitedById");

ALTER TABLE "invitation" ADD CONSTRAINT "invitation_structureId_fkey" FOREIGN KEY ("structureId") REFERENCES "structure"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_invitedById_fkey" FOREIGN KEY ("invitedById") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "invitation"
  ADD CONSTRAINT invitation_email_folded CHECK (email = lower(email) AND email LIKE '%_@_%'),
  ADD CONSTRAINT invitation_in_order CHECK ("expiresAt" > "invitedAt");

-- One at a time waits for an answer at each address.
CREATE UNIQUE INDEX invitation_once ON "invitation" ("structureId", email) WHERE "acceptedAt" IS NULL;

-- A structure that has people has a référent among them, whoever writes: the first to come is one, the
-- last one stays. Only the erasure of a person may leave a structure without anybody; those that left
-- the club are free. The row of the structure is locked, so that two référents who remove each other
-- wait for one another, and the second sees what the first did (READ COMMITTED takes a new snapshot).
CREATE FUNCTION structure_keeps_a_referent() RETURNS trigger LANGUAGE plpgsql AS $$
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
    is_erased := TG_OP = 'DELETE' AND NOT EXISTS (SELECT 1 FROM public.person p WHERE p.id = OLD."personId");
    CONTINUE WHEN NOT has_people AND (is_erased OR TG_OP = 'INSERT');
    -- The driver loses the CONSTRAINT field of a raised error, so the name is in the text.
    RAISE EXCEPTION 'violates check constraint "structure_keeps_a_referent"' USING ERRCODE = 'check_violation';
  END LOOP;
  RETURN NULL;
END $$;
CREATE TRIGGER structure_keeps_a_referent AFTER INSERT OR DELETE OR UPDATE OF "role", "endsOn", "structureId" ON "affiliation"
  FOR EACH ROW EXECUTE FUNCTION structure_keeps_a_referent();
