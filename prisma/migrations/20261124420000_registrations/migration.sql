-- Registering for a public event.

-- CreateEnum
CREATE TYPE "registration_question_kind" AS ENUM ('short_text', 'choice', 'yes_no');

-- CreateEnum
CREATE TYPE "registration_state" AS ENUM ('unconfirmed', 'registered', 'waiting', 'withdrawn');

-- CreateTable
CREATE TABLE "registration_opening" (
    "eventId" UUID NOT NULL,
    "capacity" INTEGER NOT NULL,
    "taken" INTEGER NOT NULL DEFAULT 0,
    "deadline" TIMESTAMPTZ(3) NOT NULL,
    "guestsPerMember" INTEGER NOT NULL DEFAULT 0,
    "openedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "registration_opening_pkey" PRIMARY KEY ("eventId")
);

-- CreateTable
CREATE TABLE "registration_question" (
    "id" UUID NOT NULL,
    "eventId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "label" TEXT NOT NULL,
    "kind" "registration_question_kind" NOT NULL,
    "options" TEXT[],
    "isRequired" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "registration_question_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "registration" (
    "id" UUID NOT NULL,
    "eventId" UUID NOT NULL,
    "state" "registration_state" NOT NULL DEFAULT 'unconfirmed',
    "firstName" TEXT NOT NULL,
    "lastName" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "organization" TEXT,
    "guests" INTEGER NOT NULL DEFAULT 0,
    "personId" UUID,
    "structureId" UUID,
    "submittedAt" TIMESTAMPTZ(3) NOT NULL,
    "confirmedAt" TIMESTAMPTZ(3),
    "movedUpAt" TIMESTAMPTZ(3),
    "withdrawnAt" TIMESTAMPTZ(3),
    "presentAt" TIMESTAMPTZ(3),
    "remindedOf" TIMESTAMPTZ(3),
    "thankedAt" TIMESTAMPTZ(3),

    CONSTRAINT "registration_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "registration_answer" (
    "registrationId" UUID NOT NULL,
    "questionId" UUID NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "registration_answer_pkey" PRIMARY KEY ("registrationId","questionId")
);

-- CreateIndex
CREATE UNIQUE INDEX "registration_question_position" ON "registration_question"("eventId", "position");

-- CreateIndex
CREATE INDEX "registration_eventId_state_confirmedAt_idx" ON "registration"("eventId", "state", "confirmedAt");

-- CreateIndex
CREATE INDEX "registration_personId_idx" ON "registration"("personId");

-- CreateIndex
CREATE INDEX "registration_structureId_idx" ON "registration"("structureId");

-- CreateIndex
CREATE INDEX "registration_email_idx" ON "registration"("email");

-- CreateIndex
CREATE UNIQUE INDEX "registration_once" ON "registration"("eventId", "email");

-- CreateIndex
CREATE INDEX "registration_answer_questionId_idx" ON "registration_answer"("questionId");

-- AddForeignKey
ALTER TABLE "registration_opening" ADD CONSTRAINT "registration_opening_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registration_question" ADD CONSTRAINT "registration_question_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "registration_opening"("eventId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registration" ADD CONSTRAINT "registration_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "registration_opening"("eventId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registration" ADD CONSTRAINT "registration_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registration" ADD CONSTRAINT "registration_structureId_fkey" FOREIGN KEY ("structureId") REFERENCES "structure"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registration_answer" ADD CONSTRAINT "registration_answer_registrationId_fkey" FOREIGN KEY ("registrationId") REFERENCES "registration"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registration_answer" ADD CONSTRAINT "registration_answer_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "registration_question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The rules, each named.
ALTER TABLE "registration_opening"
  ADD CONSTRAINT registration_capacity CHECK (capacity BETWEEN 1 AND 5000),
  ADD CONSTRAINT registration_within_capacity CHECK (taken BETWEEN 0 AND capacity),
  ADD CONSTRAINT registration_guests_per_member CHECK ("guestsPerMember" BETWEEN 0 AND 10 AND "guestsPerMember" < capacity);

ALTER TABLE "registration_question"
  ADD CONSTRAINT registration_question_label CHECK (btrim(label) <> ''),
  ADD CONSTRAINT registration_question_options CHECK ((kind = 'choice') = (cardinality(options) >= 2));

ALTER TABLE "registration"
  ADD CONSTRAINT registration_email_folded CHECK (email = lower(email)),
  ADD CONSTRAINT registration_guests CHECK (guests BETWEEN 0 AND 10),
  ADD CONSTRAINT registration_confirmed CHECK ((state = 'unconfirmed') = ("confirmedAt" IS NULL)),
  ADD CONSTRAINT registration_withdrawn CHECK ((state = 'withdrawn') = ("withdrawnAt" IS NOT NULL)),
  ADD CONSTRAINT registration_present CHECK ("presentAt" IS NULL OR state = 'registered');

-- Whoever writes, however many at once: the counter's row is the one place where seats are given, and its
-- own rule refuses the one too many.
CREATE FUNCTION registration_seats(state registration_state, guests integer) RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN state = 'registered' THEN 1 + guests ELSE 0 END;

CREATE FUNCTION registration_count_seats() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  change integer := 0;
BEGIN
  IF TG_OP <> 'DELETE' THEN change := public.registration_seats(NEW.state, NEW.guests); END IF;
  IF TG_OP <> 'INSERT' THEN change := change - public.registration_seats(OLD.state, OLD.guests); END IF;
  IF change <> 0 THEN
    UPDATE public.registration_opening SET taken = taken + change
     WHERE "eventId" = CASE WHEN TG_OP = 'DELETE' THEN OLD."eventId" ELSE NEW."eventId" END;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER registration_count_seats AFTER INSERT OR UPDATE OF state, guests OR DELETE ON "registration"
  FOR EACH ROW EXECUTE FUNCTION registration_count_seats();

-- The page of the event says how many seats are left.
CREATE TRIGGER page_cache AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "registration_opening"
  FOR EACH STATEMENT EXECUTE FUNCTION page_cache_notify();
