-- The board and the general assemblies: who is called, proxies, what is put to the vote and what came of it.

-- CreateEnum
CREATE TYPE "assembly_kind" AS ENUM ('board', 'ordinary', 'extraordinary');

-- CreateEnum
CREATE TYPE "resolution_kind" AS ENUM ('decision', 'election');

-- CreateEnum
CREATE TYPE "majority" AS ENUM ('simple', 'absolute', 'two_thirds');

-- CreateEnum
CREATE TYPE "choice_stance" AS ENUM ('for', 'against', 'abstention', 'candidate', 'blank');

-- AlterEnum
ALTER TYPE "event_kind" ADD VALUE 'general_assembly';

-- AlterTable
ALTER TABLE "poll" ALTER COLUMN "commissionId" DROP NOT NULL;

-- CreateTable
CREATE TABLE "assembly_rules" (
    "kind" "assembly_kind" NOT NULL,
    "noticeDays" INTEGER NOT NULL,
    "quorumPercent" INTEGER NOT NULL,
    "secondNoticeDays" INTEGER NOT NULL,
    "secondQuorumPercent" INTEGER NOT NULL,
    "proxiesPerHolder" INTEGER NOT NULL,
    "presidentDecidesTies" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "assembly_rules_pkey" PRIMARY KEY ("kind")
);

-- CreateTable
CREATE TABLE "assembly" (
    "meetingId" UUID NOT NULL,
    "kind" "assembly_kind" NOT NULL,
    "quorumPercent" INTEGER NOT NULL,
    "proxiesPerHolder" INTEGER NOT NULL,
    "presidentDecidesTies" BOOLEAN NOT NULL DEFAULT false,
    "firstCallId" UUID,
    "openedAt" TIMESTAMPTZ(3),
    "presidedById" UUID,
    "closedAt" TIMESTAMPTZ(3),
    "lackedQuorum" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "assembly_pkey" PRIMARY KEY ("meetingId")
);

-- CreateTable
CREATE TABLE "assembly_voter" (
    "id" UUID NOT NULL,
    "assemblyId" UUID NOT NULL,
    "structureId" UUID,
    "personId" UUID,

    CONSTRAINT "assembly_voter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assembly_proxy" (
    "giverId" UUID NOT NULL,
    "holderId" UUID NOT NULL,
    "givenById" UUID,
    "givenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "assembly_proxy_pkey" PRIMARY KEY ("giverId")
);

-- CreateTable
CREATE TABLE "resolution" (
    "id" UUID NOT NULL,
    "assemblyId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" "resolution_kind" NOT NULL DEFAULT 'decision',
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "isSecret" BOOLEAN NOT NULL DEFAULT false,
    "majority" "majority" NOT NULL DEFAULT 'simple',
    "seats" INTEGER NOT NULL DEFAULT 1,
    "openedAt" TIMESTAMPTZ(3),

    CONSTRAINT "resolution_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "resolution_choice" (
    "id" UUID NOT NULL,
    "resolutionId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "stance" "choice_stance" NOT NULL,
    "label" TEXT NOT NULL,
    "votes" INTEGER,
    "isElected" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "resolution_choice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "electoral_roll" (
    "resolutionId" UUID NOT NULL,
    "voterId" UUID NOT NULL,

    CONSTRAINT "electoral_roll_once" PRIMARY KEY ("resolutionId","voterId")
);

-- CreateTable
CREATE TABLE "open_ballot" (
    "resolutionId" UUID NOT NULL,
    "voterId" UUID NOT NULL,
    "choiceId" UUID NOT NULL,

    CONSTRAINT "open_ballot_pkey" PRIMARY KEY ("resolutionId","voterId","choiceId")
);

-- CreateTable
CREATE TABLE "secret_urn" (
    "resolutionId" UUID NOT NULL,
    "sealed" TEXT NOT NULL,

    CONSTRAINT "secret_urn_pkey" PRIMARY KEY ("resolutionId")
);

-- CreateTable
CREATE TABLE "resolution_outcome" (
    "resolutionId" UUID NOT NULL,
    "closedAt" TIMESTAMPTZ(3) NOT NULL,
    "called" INTEGER NOT NULL,
    "present" INTEGER NOT NULL,
    "represented" INTEGER NOT NULL,
    "quorum" INTEGER NOT NULL,
    "cast" INTEGER NOT NULL,
    "isAdopted" BOOLEAN,

    CONSTRAINT "resolution_outcome_pkey" PRIMARY KEY ("resolutionId")
);

-- CreateIndex
CREATE UNIQUE INDEX "assembly_one_second_call" ON "assembly"("firstCallId");

-- CreateIndex
CREATE INDEX "assembly_presidedById_idx" ON "assembly"("presidedById");

-- CreateIndex
CREATE INDEX "assembly_voter_structureId_idx" ON "assembly_voter"("structureId");

-- CreateIndex
CREATE INDEX "assembly_voter_personId_idx" ON "assembly_voter"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "assembly_voter_structure_once" ON "assembly_voter"("assemblyId", "structureId");

-- CreateIndex
CREATE UNIQUE INDEX "assembly_voter_person_once" ON "assembly_voter"("assemblyId", "personId");

-- CreateIndex
CREATE INDEX "assembly_proxy_holderId_idx" ON "assembly_proxy"("holderId");

-- CreateIndex
CREATE INDEX "assembly_proxy_givenById_idx" ON "assembly_proxy"("givenById");

-- CreateIndex
CREATE UNIQUE INDEX "resolution_assemblyId_position_key" ON "resolution"("assemblyId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "resolution_choice_resolutionId_position_key" ON "resolution_choice"("resolutionId", "position");

-- CreateIndex
CREATE INDEX "electoral_roll_voterId_idx" ON "electoral_roll"("voterId");

-- CreateIndex
CREATE INDEX "open_ballot_voterId_idx" ON "open_ballot"("voterId");

-- CreateIndex
CREATE INDEX "open_ballot_choiceId_idx" ON "open_ballot"("choiceId");

-- AddForeignKey
ALTER TABLE "assembly" ADD CONSTRAINT "assembly_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assembly" ADD CONSTRAINT "assembly_presidedById_fkey" FOREIGN KEY ("presidedById") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assembly" ADD CONSTRAINT "assembly_firstCallId_fkey" FOREIGN KEY ("firstCallId") REFERENCES "assembly"("meetingId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assembly_voter" ADD CONSTRAINT "assembly_voter_assemblyId_fkey" FOREIGN KEY ("assemblyId") REFERENCES "assembly"("meetingId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assembly_voter" ADD CONSTRAINT "assembly_voter_structureId_fkey" FOREIGN KEY ("structureId") REFERENCES "structure"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assembly_voter" ADD CONSTRAINT "assembly_voter_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assembly_proxy" ADD CONSTRAINT "assembly_proxy_giverId_fkey" FOREIGN KEY ("giverId") REFERENCES "assembly_voter"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assembly_proxy" ADD CONSTRAINT "assembly_proxy_holderId_fkey" FOREIGN KEY ("holderId") REFERENCES "assembly_voter"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assembly_proxy" ADD CONSTRAINT "assembly_proxy_givenById_fkey" FOREIGN KEY ("givenById") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "resolution" ADD CONSTRAINT "resolution_assemblyId_fkey" FOREIGN KEY ("assemblyId") REFERENCES "assembly"("meetingId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "resolution_choice" ADD CONSTRAINT "resolution_choice_resolutionId_fkey" FOREIGN KEY ("resolutionId") REFERENCES "resolution"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "electoral_roll" ADD CONSTRAINT "electoral_roll_resolutionId_fkey" FOREIGN KEY ("resolutionId") REFERENCES "resolution"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "electoral_roll" ADD CONSTRAINT "electoral_roll_voterId_fkey" FOREIGN KEY ("voterId") REFERENCES "assembly_voter"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "open_ballot" ADD CONSTRAINT "open_ballot_resolutionId_fkey" FOREIGN KEY ("resolutionId") REFERENCES "resolution"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "open_ballot" ADD CONSTRAINT "open_ballot_voterId_fkey" FOREIGN KEY ("voterId") REFERENCES "assembly_voter"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "open_ballot" ADD CONSTRAINT "open_ballot_choiceId_fkey" FOREIGN KEY ("choiceId") REFERENCES "resolution_choice"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "secret_urn" ADD CONSTRAINT "secret_urn_resolutionId_fkey" FOREIGN KEY ("resolutionId") REFERENCES "resolution"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "resolution_outcome" ADD CONSTRAINT "resolution_outcome_resolutionId_fkey" FOREIGN KEY ("resolutionId") REFERENCES "resolution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- The rules, each named.
ALTER TABLE "assembly_rules"
  ADD CONSTRAINT assembly_rules_notice CHECK ("noticeDays" BETWEEN 0 AND 90 AND "secondNoticeDays" BETWEEN 0 AND 90),
  ADD CONSTRAINT assembly_rules_quorum CHECK ("quorumPercent" BETWEEN 0 AND 100 AND "secondQuorumPercent" BETWEEN 0 AND 100),
  ADD CONSTRAINT assembly_rules_proxies CHECK ("proxiesPerHolder" BETWEEN 0 AND 20);

-- What most associations' statutes say, until the club gives its own.
INSERT INTO "assembly_rules" (kind, "noticeDays", "quorumPercent", "secondNoticeDays", "secondQuorumPercent", "proxiesPerHolder", "presidentDecidesTies") VALUES
  ('board', 7, 50, 3, 0, 1, true),
  ('ordinary', 15, 25, 8, 0, 2, false),
  ('extraordinary', 15, 50, 15, 0, 2, false);

ALTER TABLE "assembly"
  ADD CONSTRAINT assembly_quorum CHECK ("quorumPercent" BETWEEN 0 AND 100),
  ADD CONSTRAINT assembly_proxies CHECK ("proxiesPerHolder" BETWEEN 0 AND 20),
  ADD CONSTRAINT assembly_in_order CHECK ("closedAt" IS NULL OR "closedAt" >= "openedAt"),
  ADD CONSTRAINT assembly_opened_before_closed CHECK ("closedAt" IS NULL OR "openedAt" IS NOT NULL),
  ADD CONSTRAINT assembly_adjourned_is_closed CHECK ("closedAt" IS NOT NULL OR NOT "lackedQuorum");

ALTER TABLE "assembly_voter"
  ADD CONSTRAINT assembly_voter_is_one CHECK (num_nonnulls("structureId", "personId") = 1);

ALTER TABLE "assembly_proxy"
  ADD CONSTRAINT assembly_proxy_to_another CHECK ("giverId" <> "holderId");

ALTER TABLE "resolution"
  ADD CONSTRAINT resolution_has_a_title CHECK (btrim(title) <> ''),
  ADD CONSTRAINT resolution_seats CHECK (seats BETWEEN 1 AND 50 AND (kind = 'election' OR seats = 1));

ALTER TABLE "resolution_choice"
  ADD CONSTRAINT resolution_choice_has_a_label CHECK (btrim(label) <> ''),
  ADD CONSTRAINT resolution_choice_votes CHECK (votes >= 0);

-- A proxy goes to another voter of the same assembly, before the session, to no more than the statutes
-- allow, and not on to a third. Both voters' rows are locked, in the order of their ids: of three that
-- reach somebody at once the third sees the first two, and two that hand each other their votes do not
-- wait for ever. (The driver loses the CONSTRAINT field of a raised error, so the name is in the text.)
CREATE FUNCTION assembly_proxy_allowed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  held public.assembly; same boolean;
BEGIN
  PERFORM 1 FROM public.assembly_voter v WHERE v.id IN (NEW."giverId", NEW."holderId") ORDER BY v.id FOR NO KEY UPDATE;
  SELECT a.* INTO held FROM public.assembly a JOIN public.assembly_voter v ON v."assemblyId" = a."meetingId"
   WHERE v.id = NEW."holderId" FOR SHARE OF a;
  same := EXISTS (SELECT 1 FROM public.assembly_voter v WHERE v.id = NEW."giverId" AND v."assemblyId" = held."meetingId");
  IF NOT same THEN
    RAISE EXCEPTION 'violates check constraint "assembly_proxy_same_assembly"' USING ERRCODE = 'check_violation';
  ELSIF held."openedAt" IS NOT NULL THEN
    RAISE EXCEPTION 'violates check constraint "assembly_proxy_before_opening"' USING ERRCODE = 'check_violation';
  ELSIF EXISTS (SELECT 1 FROM public.assembly_proxy p
                 WHERE p."giverId" = NEW."holderId" OR p."holderId" = NEW."giverId") THEN
    RAISE EXCEPTION 'violates check constraint "assembly_proxy_no_chain"' USING ERRCODE = 'check_violation';
  ELSIF (SELECT count(*) FROM public.assembly_proxy p
          WHERE p."holderId" = NEW."holderId" AND p."giverId" <> NEW."giverId") >= held."proxiesPerHolder" THEN
    RAISE EXCEPTION 'violates check constraint "assembly_proxy_limit"' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER assembly_proxy_allowed BEFORE INSERT OR UPDATE ON "assembly_proxy"
  FOR EACH ROW EXECUTE FUNCTION assembly_proxy_allowed();

-- Whoever comes takes their proxy back, whatever door noted that they are there.
CREATE FUNCTION assembly_proxy_taken_back() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM public.assembly_proxy p USING public.assembly_voter v, public.meeting m, public.event e
   WHERE v.id = p."giverId" AND v."assemblyId" = NEW."meetingId" AND m.id = v."assemblyId" AND e.id = m."eventId"
     AND (v."personId" = NEW."personId" OR EXISTS (SELECT 1 FROM public.affiliation f
           WHERE f."structureId" = v."structureId" AND f."personId" = NEW."personId"
             AND public.days(f."startsOn", f."endsOn") @> (e."startsAt" AT TIME ZONE 'Europe/Paris')::date));
  RETURN NULL;
END $$;
CREATE TRIGGER assembly_proxy_taken_back AFTER INSERT OR UPDATE OF "state" ON "attendance"
  FOR EACH ROW WHEN (NEW.state = 'present') EXECUTE FUNCTION assembly_proxy_taken_back();

-- A vote that is closed stays as it was that moment.
CREATE FUNCTION resolution_is_settled() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  changed jsonb := to_jsonb(CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END);
  concerned uuid := coalesce(changed ->> 'resolutionId', changed ->> 'id')::uuid;
BEGIN
  IF EXISTS (SELECT 1 FROM public.resolution_outcome o WHERE o."resolutionId" = concerned) THEN
    RAISE EXCEPTION 'violates check constraint "resolution_is_settled"' USING ERRCODE = 'check_violation';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER resolution_is_settled BEFORE UPDATE OR DELETE ON "resolution"
  FOR EACH ROW EXECUTE FUNCTION resolution_is_settled();
CREATE TRIGGER resolution_is_settled BEFORE INSERT OR UPDATE OR DELETE ON "resolution_choice"
  FOR EACH ROW EXECUTE FUNCTION resolution_is_settled();
CREATE TRIGGER resolution_is_settled BEFORE INSERT OR UPDATE OR DELETE ON "electoral_roll"
  FOR EACH ROW EXECUTE FUNCTION resolution_is_settled();
CREATE TRIGGER resolution_is_settled BEFORE INSERT OR UPDATE OR DELETE ON "open_ballot"
  FOR EACH ROW EXECUTE FUNCTION resolution_is_settled();
CREATE TRIGGER resolution_is_settled BEFORE UPDATE OR DELETE ON "resolution_outcome"
  FOR EACH ROW EXECUTE FUNCTION resolution_is_settled();
