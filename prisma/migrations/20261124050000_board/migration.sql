CREATE TYPE "campaign_kind" AS ENUM ('service', 'newsletter');

CREATE TABLE "campaign" (
    "id" UUID NOT NULL,
    "kind" "campaign_kind" NOT NULL,
    "subject" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "audience" TEXT NOT NULL DEFAULT '',
    "authorId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sentAt" TIMESTAMPTZ(3),

    CONSTRAINT "campaign_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "campaign_recipient" (
    "campaignId" UUID NOT NULL,
    "personId" UUID NOT NULL,

    CONSTRAINT "campaign_recipient_pkey" PRIMARY KEY ("campaignId","personId")
);

CREATE TABLE "newsletter_consent" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "textVersion" INTEGER NOT NULL,
    "givenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "newsletter_consent_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "structure_status_change" (
    "id" BIGSERIAL NOT NULL,
    "structureId" UUID NOT NULL,
    "from" "structure_status" NOT NULL,
    "to" "structure_status" NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "structure_status_change_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "campaign_authorId_idx" ON "campaign"("authorId");
CREATE INDEX "campaign_createdAt_idx" ON "campaign"("createdAt");
CREATE INDEX "campaign_recipient_personId_idx" ON "campaign_recipient"("personId");
CREATE INDEX "newsletter_consent_personId_idx" ON "newsletter_consent"("personId");
CREATE INDEX "structure_status_change_structureId_changedAt_idx" ON "structure_status_change"("structureId", "changedAt");

ALTER TABLE "campaign" ADD CONSTRAINT "campaign_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "campaign_recipient" ADD CONSTRAINT "campaign_recipient_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "campaign"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "campaign_recipient" ADD CONSTRAINT "campaign_recipient_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "newsletter_consent" ADD CONSTRAINT "newsletter_consent_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "structure_status_change" ADD CONSTRAINT "structure_status_change_structureId_fkey" FOREIGN KEY ("structureId") REFERENCES "structure"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "campaign"
  ADD CONSTRAINT campaign_has_words CHECK (btrim(subject) <> '' AND btrim(body) <> '');

ALTER TABLE "newsletter_consent"
  ADD CONSTRAINT newsletter_consent_in_order CHECK ("withdrawnAt" >= "givenAt");
CREATE UNIQUE INDEX newsletter_consent_once ON "newsletter_consent" ("personId") WHERE "withdrawnAt" IS NULL;

ALTER TABLE "club"
  ADD CONSTRAINT club_rna_shape CHECK (rna ~ '^W[0-9][0-9A-Z][0-9]{7}$'),
  ADD CONSTRAINT club_siret_shape CHECK (siret ~ '^[0-9]{14}$');

-- The history of a status cannot be forgotten by whoever changes it: board, dues, command line.
CREATE FUNCTION structure_note_status() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO public.structure_status_change ("structureId", "from", "to") VALUES (NEW.id, OLD.status, NEW.status);
  RETURN NULL;
END $$;
CREATE TRIGGER structure_note_status AFTER UPDATE OF status ON "structure"
  FOR EACH ROW WHEN (OLD.status IS DISTINCT FROM NEW.status) EXECUTE FUNCTION structure_note_status();

-- The audit log is walked by its key, all of it or by what was done.
CREATE INDEX "audit_entry_action_id_idx" ON "audit_entry"("action", "id");
