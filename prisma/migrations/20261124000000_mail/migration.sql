CREATE TYPE "mail_state" AS ENUM ('queued', 'sent', 'kept', 'dead');

CREATE TABLE "mail" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "toAddress" TEXT NOT NULL,
    "toName" TEXT,
    "personId" UUID,
    "subjectKind" TEXT,
    "subjectId" UUID,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "isSecret" BOOLEAN NOT NULL DEFAULT false,
    "calendar" TEXT,
    "unsubscribeUrl" TEXT,
    "state" "mail_state" NOT NULL DEFAULT 'queued',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "nextAttemptAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sentAt" TIMESTAMPTZ(3),
    "lastError" TEXT,

    CONSTRAINT "mail_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "mail_attachment" (
    "id" UUID NOT NULL,
    "mailId" UUID NOT NULL,
    "filename" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "content" BYTEA NOT NULL,

    CONSTRAINT "mail_attachment_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "mail_state_nextAttemptAt_idx" ON "mail"("state", "nextAttemptAt");
CREATE INDEX "mail_personId_idx" ON "mail"("personId");
CREATE INDEX "mail_subjectKind_subjectId_createdAt_idx" ON "mail"("subjectKind", "subjectId", "createdAt");
CREATE INDEX "mail_createdAt_idx" ON "mail"("createdAt");
CREATE INDEX "mail_attachment_mailId_idx" ON "mail_attachment"("mailId");

ALTER TABLE "mail" ADD CONSTRAINT "mail_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "mail_attachment" ADD CONSTRAINT "mail_attachment_mailId_fkey" FOREIGN KEY ("mailId") REFERENCES "mail"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "mail"
  ADD CONSTRAINT mail_to_an_address CHECK ("toAddress" LIKE '%_@_%' AND "toAddress" !~ '[\r\n]'),
  ADD CONSTRAINT mail_subject_on_one_line CHECK (subject <> '' AND subject !~ '[\r\n]'),
  ADD CONSTRAINT mail_sent_when CHECK ((state = 'sent') = ("sentAt" IS NOT NULL));

-- Wakes the process that sends, at COMMIT: a message leaves at once, not at the next minute.
CREATE FUNCTION mail_notify() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('mail', '');
  RETURN NULL;
END $$;
CREATE TRIGGER mail_notify AFTER INSERT ON "mail" FOR EACH STATEMENT EXECUTE FUNCTION mail_notify();

-- In whose name somebody signed in acts.
ALTER TABLE "session" ADD COLUMN "actingForId" UUID;
CREATE INDEX "session_actingForId_idx" ON "session"("actingForId");
ALTER TABLE "session" ADD CONSTRAINT "session_actingForId_fkey" FOREIGN KEY ("actingForId") REFERENCES "structure"("id") ON DELETE SET NULL ON UPDATE CASCADE;
