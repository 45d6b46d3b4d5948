-- Students, their schools, and what they answer to offers.

-- CreateEnum
CREATE TYPE "application_state" AS ENUM ('draft', 'received', 'read', 'interview', 'offered', 'accepted', 'refused', 'withdrawn');

-- CreateEnum
CREATE TYPE "refusal_cause" AS ENUM ('company', 'silence', 'filled');

-- CreateEnum
CREATE TYPE "agreement_item" AS ENUM ('missions', 'insurance', 'teacher_agrees', 'sent', 'signed_by_student', 'signed_by_host', 'signed_by_school');

-- AlterTable
ALTER TABLE "student" ADD COLUMN     "attachedAt" TIMESTAMPTZ(3),
ADD COLUMN     "availableFrom" DATE,
ADD COLUMN     "availableTo" DATE,
ADD COLUMN     "communeInsee" CHAR(5),
ADD COLUMN     "isVisible" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "keptLonger" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "level" "internship_level",
ADD COLUMN     "links" TEXT[],
ADD COLUMN     "schoolName" TEXT,
ADD COLUMN     "skills" TEXT[],
ADD COLUMN     "wokenAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "internship_application" (
    "id" UUID NOT NULL,
    "internshipId" UUID NOT NULL,
    "structureId" UUID NOT NULL,
    "studentId" UUID,
    "state" "application_state" NOT NULL DEFAULT 'draft',
    "message" TEXT NOT NULL DEFAULT '',
    "cvId" UUID,
    "sharedWithId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sentAt" TIMESTAMPTZ(3),
    "readAt" TIMESTAMPTZ(3),
    "answeredAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),
    "refusedBecause" "refusal_cause",
    "nudgedAt" TIMESTAMPTZ(3),

    CONSTRAINT "internship_application_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "application_note" (
    "id" UUID NOT NULL,
    "applicationId" UUID NOT NULL,
    "authorId" UUID,
    "text" TEXT NOT NULL,
    "writtenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "application_note_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "interview_slot" (
    "id" UUID NOT NULL,
    "applicationId" UUID NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "place" TEXT NOT NULL,
    "chosenAt" TIMESTAMPTZ(3),

    CONSTRAINT "interview_slot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "answer_record" (
    "structureId" UUID NOT NULL,
    "answers" INTEGER NOT NULL,
    "silences" INTEGER NOT NULL,
    "medianDays" INTEGER,

    CONSTRAINT "answer_record_pkey" PRIMARY KEY ("structureId")
);

-- CreateTable
CREATE TABLE "refusal_template" (
    "structureId" UUID NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "refusal_template_pkey" PRIMARY KEY ("structureId")
);

-- CreateTable
CREATE TABLE "internship_agreement" (
    "applicationId" UUID NOT NULL,
    "startsOn" DATE NOT NULL,
    "endsOn" DATE NOT NULL,
    "tutor" TEXT NOT NULL,
    "teacher" TEXT NOT NULL,
    "done" "agreement_item"[],
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "internship_agreement_pkey" PRIMARY KEY ("applicationId")
);

-- CreateTable
CREATE TABLE "newcomer" (
    "linkId" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "firstName" TEXT NOT NULL,
    "lastName" TEXT NOT NULL,

    CONSTRAINT "newcomer_pkey" PRIMARY KEY ("linkId")
);

-- CreateTable
CREATE TABLE "cv" (
    "id" UUID NOT NULL,
    "studentId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "uploadedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "cv_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "discarded_file" (
    "key" TEXT NOT NULL,
    "discardedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "discarded_file_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "school" (
    "structureId" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "emailDomain" TEXT,

    CONSTRAINT "school_pkey" PRIMARY KEY ("structureId")
);

-- CreateTable
CREATE TABLE "student_invitation" (
    "internshipId" UUID NOT NULL,
    "studentId" UUID NOT NULL,
    "invitedById" UUID,
    "invitedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "student_invitation_pkey" PRIMARY KEY ("internshipId","studentId")
);

-- CreateIndex
CREATE INDEX "internship_application_structureId_state_idx" ON "internship_application"("structureId", "state");

-- CreateIndex
CREATE INDEX "internship_application_studentId_idx" ON "internship_application"("studentId");

-- CreateIndex
CREATE INDEX "internship_application_cvId_idx" ON "internship_application"("cvId");

-- CreateIndex
CREATE INDEX "internship_application_sharedWithId_idx" ON "internship_application"("sharedWithId");

-- CreateIndex
CREATE UNIQUE INDEX "application_once" ON "internship_application"("internshipId", "studentId");

-- CreateIndex
CREATE INDEX "application_note_applicationId_writtenAt_idx" ON "application_note"("applicationId", "writtenAt");

-- CreateIndex
CREATE INDEX "application_note_authorId_idx" ON "application_note"("authorId");

-- CreateIndex
CREATE INDEX "interview_slot_applicationId_idx" ON "interview_slot"("applicationId");

-- CreateIndex
CREATE UNIQUE INDEX "cv_key_key" ON "cv"("key");

-- CreateIndex
CREATE INDEX "cv_studentId_uploadedAt_idx" ON "cv"("studentId", "uploadedAt");

-- CreateIndex
CREATE UNIQUE INDEX "school_code_key" ON "school"("code");

-- CreateIndex
CREATE UNIQUE INDEX "school_emailDomain_key" ON "school"("emailDomain");

-- CreateIndex
CREATE INDEX "student_invitation_studentId_idx" ON "student_invitation"("studentId");

-- CreateIndex
CREATE INDEX "student_invitation_invitedById_idx" ON "student_invitation"("invitedById");

-- CreateIndex
CREATE INDEX "student_communeInsee_idx" ON "student"("communeInsee");

-- CreateIndex
CREATE INDEX "student_isVisible_level_idx" ON "student"("isVisible", "level");

-- AddForeignKey
ALTER TABLE "internship_application" ADD CONSTRAINT "internship_application_internshipId_fkey" FOREIGN KEY ("internshipId") REFERENCES "internship"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "internship_application" ADD CONSTRAINT "internship_application_structureId_fkey" FOREIGN KEY ("structureId") REFERENCES "structure"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "internship_application" ADD CONSTRAINT "internship_application_studentId_fkey" FOREIGN KEY ("studentId") REFERENCES "student"("personId") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "internship_application" ADD CONSTRAINT "internship_application_cvId_fkey" FOREIGN KEY ("cvId") REFERENCES "cv"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "internship_application" ADD CONSTRAINT "internship_application_sharedWithId_fkey" FOREIGN KEY ("sharedWithId") REFERENCES "structure"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "application_note" ADD CONSTRAINT "application_note_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "internship_application"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "application_note" ADD CONSTRAINT "application_note_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "interview_slot" ADD CONSTRAINT "interview_slot_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "internship_application"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answer_record" ADD CONSTRAINT "answer_record_structureId_fkey" FOREIGN KEY ("structureId") REFERENCES "structure"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "refusal_template" ADD CONSTRAINT "refusal_template_structureId_fkey" FOREIGN KEY ("structureId") REFERENCES "structure"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "internship_agreement" ADD CONSTRAINT "internship_agreement_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "internship_application"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "newcomer" ADD CONSTRAINT "newcomer_linkId_fkey" FOREIGN KEY ("linkId") REFERENCES "sign_in_link"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "student" ADD CONSTRAINT "student_communeInsee_fkey" FOREIGN KEY ("communeInsee") REFERENCES "commune"("insee") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cv" ADD CONSTRAINT "cv_studentId_fkey" FOREIGN KEY ("studentId") REFERENCES "student"("personId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "school" ADD CONSTRAINT "school_structureId_fkey" FOREIGN KEY ("structureId") REFERENCES "structure"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "student_invitation" ADD CONSTRAINT "student_invitation_internshipId_fkey" FOREIGN KEY ("internshipId") REFERENCES "internship"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "student_invitation" ADD CONSTRAINT "student_invitation_studentId_fkey" FOREIGN KEY ("studentId") REFERENCES "student"("personId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "student_invitation" ADD CONSTRAINT "student_invitation_invitedById_fkey" FOREIGN KEY ("invitedById") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;


-- Those who were a school's until now had said so.
UPDATE "student" SET "attachedAt" = CURRENT_TIMESTAMP WHERE "schoolId" IS NOT NULL;

-- The rules, each named.
ALTER TABLE "student"
  ADD CONSTRAINT student_period_in_order CHECK ("availableTo" > "availableFrom"),
  ADD CONSTRAINT student_whole_period CHECK (("availableFrom" IS NULL) = ("availableTo" IS NULL)),
  ADD CONSTRAINT student_followed_since CHECK ("schoolId" IS NULL OR "attachedAt" IS NOT NULL);

ALTER TABLE "newcomer"
  ADD CONSTRAINT newcomer_email_folded CHECK (email = lower(email) AND email LIKE '%_@_%'),
  ADD CONSTRAINT newcomer_has_a_name CHECK (btrim("firstName") <> '' AND btrim("lastName") <> '');

ALTER TABLE "school"
  ADD CONSTRAINT school_code_shape CHECK (code ~ '^[A-Z0-9]{8}$'),
  ADD CONSTRAINT school_email_domain_shape CHECK ("emailDomain" ~ '^[a-z0-9-]+([.][a-z0-9-]+)+$');

ALTER TABLE "cv"
  ADD CONSTRAINT cv_size CHECK (bytes BETWEEN 1 AND 5242880);

ALTER TABLE "internship_application"
  ADD CONSTRAINT application_sent_once_no_draft CHECK ((state = 'draft') = ("sentAt" IS NULL)),
  ADD CONSTRAINT application_ended_when_over CHECK ((state IN ('accepted', 'refused', 'withdrawn')) = ("endedAt" IS NOT NULL)),
  ADD CONSTRAINT application_refused_why CHECK ((state = 'refused') = ("refusedBecause" IS NOT NULL)),
  ADD CONSTRAINT application_message_length CHECK (length(message) <= 4000);

ALTER TABLE "interview_slot"
  ADD CONSTRAINT interview_slot_in_order CHECK ("endsAt" > "startsAt");
CREATE UNIQUE INDEX interview_one_choice ON "interview_slot" ("applicationId") WHERE "chosenAt" IS NOT NULL;

ALTER TABLE "internship_agreement"
  ADD CONSTRAINT agreement_in_order CHECK ("endsOn" > "startsOn");

-- An application belongs to the structure of its offer.
CREATE FUNCTION application_of_its_house() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT i."structureId" INTO NEW."structureId" FROM "internship" i WHERE i.id = NEW."internshipId";
  RETURN NEW;
END $$;
CREATE TRIGGER application_of_its_house BEFORE INSERT OR UPDATE OF "internshipId", "structureId" ON "internship_application"
  FOR EACH ROW EXECUTE FUNCTION application_of_its_house();

-- A state follows from the one before, and never more are accepted than there are places: whoever accepts
-- waits for the one before behind the offer's row. Names stand in the messages: the client's adapter reads them there.
CREATE FUNCTION application_moves() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE room integer;
BEGIN
  IF NEW.state = OLD.state THEN RETURN NEW; END IF;
  IF NOT (CASE OLD.state
      WHEN 'draft' THEN NEW.state IN ('received')
      WHEN 'received' THEN NEW.state IN ('read', 'interview', 'offered', 'refused', 'withdrawn')
      WHEN 'read' THEN NEW.state IN ('interview', 'offered', 'refused', 'withdrawn')
      WHEN 'interview' THEN NEW.state IN ('offered', 'refused', 'withdrawn')
      WHEN 'offered' THEN NEW.state IN ('accepted', 'refused', 'withdrawn')
      WHEN 'accepted' THEN NEW.state IN ('withdrawn')
      ELSE false END) THEN
    RAISE EXCEPTION 'constraint "application_in_turn"' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.state = 'accepted' THEN
    SELECT i.places INTO room FROM "internship" i WHERE i.id = NEW."internshipId" FOR NO KEY UPDATE;
    IF (SELECT count(*) FROM "internship_application" a WHERE a."internshipId" = NEW."internshipId" AND a.state = 'accepted') >= room THEN
      RAISE EXCEPTION 'constraint "application_within_places"' USING ERRCODE = 'check_violation';
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER application_moves BEFORE UPDATE OF state ON "internship_application"
  FOR EACH ROW EXECUTE FUNCTION application_moves();

-- Whatever takes a CV away, its file goes too.
CREATE FUNCTION discard_file_of_cv() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "discarded_file" (key) VALUES (OLD.key) ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER discard_file AFTER DELETE ON "cv" FOR EACH ROW EXECUTE FUNCTION discard_file_of_cv();

-- How a structure answers is shown beside its offers.
CREATE TRIGGER page_cache AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "answer_record"
  FOR EACH STATEMENT EXECUTE FUNCTION page_cache_notify();
