-- Agenda, papers, attendance and minutes of meetings: what is proposed, who came, what was said and settled.

-- AlterEnum
ALTER TYPE "invitation_reply" ADD VALUE 'represented';

-- AlterTable
ALTER TABLE "agenda_item" ADD COLUMN     "isProposal" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "ownerId" UUID,
ADD COLUMN     "proposedById" UUID,
ADD COLUMN     "topicId" UUID;

-- AlterTable
ALTER TABLE "attendance" ADD COLUMN     "notedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- AlterTable
ALTER TABLE "decision" ADD COLUMN     "expectationId" UUID;

-- AlterTable
ALTER TABLE "meeting_invitation" ADD COLUMN     "representedById" UUID;

-- AlterTable
ALTER TABLE "minutes" ADD COLUMN     "approvedAt" TIMESTAMPTZ(3),
ADD COLUMN     "approvedById" UUID,
ADD COLUMN     "publicPart" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "savedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "savedById" UUID,
ADD COLUMN     "search" tsvector GENERATED ALWAYS AS (to_tsvector('public.fr', body)) STORED,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "visibility" "decision_visibility" NOT NULL DEFAULT 'members';

-- CreateTable
CREATE TABLE "meeting_paper" (
    "id" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "agendaItemId" UUID,
    "name" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "addedById" UUID,
    "addedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "meeting_paper_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "minutes_publication" (
    "meetingId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "minutes_publication_pkey" PRIMARY KEY ("meetingId")
);

-- CreateTable
CREATE TABLE "minutes_correction" (
    "id" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answeredAt" TIMESTAMPTZ(3),
    "isAccepted" BOOLEAN,
    "answer" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "minutes_correction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "action_item" (
    "id" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "commissionId" UUID,
    "text" TEXT NOT NULL,
    "ownerId" UUID NOT NULL,
    "dueOn" DATE NOT NULL,
    "expectationId" UUID,
    "takenOnAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "doneAt" TIMESTAMPTZ(3),
    "doneById" UUID,

    CONSTRAINT "action_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "action_reminder" (
    "actionItemId" UUID NOT NULL,
    "day" DATE NOT NULL,
    "sentAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "action_reminder_pkey" PRIMARY KEY ("actionItemId","day")
);

-- CreateTable
CREATE TABLE "meeting_topic" (
    "id" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "expectationId" UUID,
    "closedInId" UUID,

    CONSTRAINT "meeting_topic_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "meeting_paper_key_key" ON "meeting_paper"("key");

-- CreateIndex
CREATE INDEX "meeting_paper_meetingId_idx" ON "meeting_paper"("meetingId");

-- CreateIndex
CREATE INDEX "meeting_paper_agendaItemId_idx" ON "meeting_paper"("agendaItemId");

-- CreateIndex
CREATE INDEX "meeting_paper_addedById_idx" ON "meeting_paper"("addedById");

-- CreateIndex
CREATE INDEX "minutes_correction_meetingId_askedAt_idx" ON "minutes_correction"("meetingId", "askedAt");

-- CreateIndex
CREATE INDEX "minutes_correction_personId_idx" ON "minutes_correction"("personId");

-- CreateIndex
CREATE INDEX "action_item_meetingId_idx" ON "action_item"("meetingId");

-- CreateIndex
CREATE INDEX "action_item_commissionId_dueOn_idx" ON "action_item"("commissionId", "dueOn");

-- CreateIndex
CREATE INDEX "action_item_ownerId_dueOn_idx" ON "action_item"("ownerId", "dueOn");

-- CreateIndex
CREATE INDEX "action_item_expectationId_idx" ON "action_item"("expectationId");

-- CreateIndex
CREATE INDEX "action_item_doneById_idx" ON "action_item"("doneById");

-- CreateIndex
CREATE INDEX "meeting_topic_meetingId_idx" ON "meeting_topic"("meetingId");

-- CreateIndex
CREATE INDEX "meeting_topic_closedInId_idx" ON "meeting_topic"("closedInId");

-- CreateIndex
CREATE INDEX "meeting_topic_expectationId_idx" ON "meeting_topic"("expectationId");

-- CreateIndex
CREATE INDEX "agenda_item_proposedById_idx" ON "agenda_item"("proposedById");

-- CreateIndex
CREATE INDEX "agenda_item_ownerId_idx" ON "agenda_item"("ownerId");

-- CreateIndex
CREATE INDEX "agenda_item_topicId_idx" ON "agenda_item"("topicId");

-- CreateIndex
CREATE INDEX "decision_expectationId_idx" ON "decision"("expectationId");

-- CreateIndex
CREATE INDEX "meeting_invitation_representedById_idx" ON "meeting_invitation"("representedById");

-- CreateIndex
CREATE INDEX "minutes_savedById_idx" ON "minutes"("savedById");

-- CreateIndex
CREATE INDEX "minutes_approvedById_idx" ON "minutes"("approvedById");

-- CreateIndex
CREATE INDEX "minutes_publishedAt_idx" ON "minutes"("publishedAt");

-- CreateIndex
CREATE INDEX "minutes_search" ON "minutes" USING GIN ("search");

-- AddForeignKey
ALTER TABLE "meeting_invitation" ADD CONSTRAINT "meeting_invitation_representedById_fkey" FOREIGN KEY ("representedById") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agenda_item" ADD CONSTRAINT "agenda_item_proposedById_fkey" FOREIGN KEY ("proposedById") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agenda_item" ADD CONSTRAINT "agenda_item_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agenda_item" ADD CONSTRAINT "agenda_item_topicId_fkey" FOREIGN KEY ("topicId") REFERENCES "meeting_topic"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_paper" ADD CONSTRAINT "meeting_paper_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_paper" ADD CONSTRAINT "meeting_paper_agendaItemId_fkey" FOREIGN KEY ("agendaItemId") REFERENCES "agenda_item"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_paper" ADD CONSTRAINT "meeting_paper_addedById_fkey" FOREIGN KEY ("addedById") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "minutes" ADD CONSTRAINT "minutes_savedById_fkey" FOREIGN KEY ("savedById") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "minutes" ADD CONSTRAINT "minutes_approvedById_fkey" FOREIGN KEY ("approvedById") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "minutes_publication" ADD CONSTRAINT "minutes_publication_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "minutes"("meetingId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "minutes_correction" ADD CONSTRAINT "minutes_correction_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "minutes"("meetingId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "minutes_correction" ADD CONSTRAINT "minutes_correction_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_expectationId_fkey" FOREIGN KEY ("expectationId") REFERENCES "expectation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action_item" ADD CONSTRAINT "action_item_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action_item" ADD CONSTRAINT "action_item_commissionId_fkey" FOREIGN KEY ("commissionId") REFERENCES "commission"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action_item" ADD CONSTRAINT "action_item_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action_item" ADD CONSTRAINT "action_item_expectationId_fkey" FOREIGN KEY ("expectationId") REFERENCES "expectation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action_item" ADD CONSTRAINT "action_item_doneById_fkey" FOREIGN KEY ("doneById") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action_reminder" ADD CONSTRAINT "action_reminder_actionItemId_fkey" FOREIGN KEY ("actionItemId") REFERENCES "action_item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_topic" ADD CONSTRAINT "meeting_topic_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_topic" ADD CONSTRAINT "meeting_topic_closedInId_fkey" FOREIGN KEY ("closedInId") REFERENCES "meeting"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_topic" ADD CONSTRAINT "meeting_topic_expectationId_fkey" FOREIGN KEY ("expectationId") REFERENCES "expectation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Checked at the end of each statement, so that one UPDATE may give the items of an agenda another order.
DROP INDEX "agenda_item_meetingId_position_key";
ALTER TABLE "agenda_item" ADD CONSTRAINT "agenda_item_meetingId_position_key"
  UNIQUE ("meetingId", position) DEFERRABLE INITIALLY IMMEDIATE;

-- A new value of an enumeration cannot be written in the transaction that adds it: compared as text.
ALTER TABLE "meeting_invitation"
  ADD CONSTRAINT meeting_invitation_represented CHECK
    ((coalesce(reply::text, '') = 'represented') = ("representedById" IS NOT NULL)),
  ADD CONSTRAINT meeting_invitation_not_by_oneself CHECK ("representedById" <> "personId");

ALTER TABLE "agenda_item"
  ADD CONSTRAINT agenda_item_has_a_title CHECK (btrim(title) <> '' AND title !~ '[[:cntrl:]]');

-- Forty items, proposals included: whichever way one is added. The meeting's row is held, so that two at once count right.
CREATE FUNCTION agenda_item_at_most() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM public.meeting WHERE id = NEW."meetingId" FOR NO KEY UPDATE;
  IF (SELECT count(*) FROM public.agenda_item a WHERE a."meetingId" = NEW."meetingId") >= 40 THEN
    RAISE EXCEPTION 'violates check constraint "agenda_item_at_most_forty"' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER agenda_item_at_most BEFORE INSERT ON "agenda_item"
  FOR EACH ROW EXECUTE FUNCTION agenda_item_at_most();

ALTER TABLE "meeting_paper"
  ADD CONSTRAINT meeting_paper_has_a_name CHECK (btrim(name) <> '' AND name !~ '[[:cntrl:]/]'),
  ADD CONSTRAINT meeting_paper_size CHECK (bytes BETWEEN 1 AND 5242880);

-- Minutes published before approval was told apart were approved when they were published.
UPDATE "minutes" SET "approvedAt" = "publishedAt" WHERE "publishedAt" IS NOT NULL;
ALTER TABLE "minutes"
  ADD CONSTRAINT minutes_version CHECK (version >= 1),
  ADD CONSTRAINT minutes_length CHECK (length(body) <= 100000 AND length("publicPart") <= 20000),
  ADD CONSTRAINT minutes_not_public_whole CHECK (visibility <> 'public'),
  ADD CONSTRAINT minutes_approved_before_published CHECK ("publishedAt" IS NULL OR "approvedAt" <= "publishedAt");

-- Published minutes are what the club said: nothing changes them, nor takes them away.
CREATE FUNCTION minutes_stand() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'violates check constraint "minutes_are_published"' USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER minutes_are_published BEFORE UPDATE OR DELETE ON "minutes"
  FOR EACH ROW WHEN (OLD."publishedAt" IS NOT NULL) EXECUTE FUNCTION minutes_stand();

ALTER TABLE "minutes_publication"
  ADD CONSTRAINT minutes_publication_has_words CHECK (btrim(text) <> '');
CREATE TRIGGER minutes_publication_is_history BEFORE UPDATE ON "minutes_publication"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER page_cache AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "minutes_publication"
  FOR EACH STATEMENT EXECUTE FUNCTION page_cache_notify();

ALTER TABLE "minutes_correction"
  ADD CONSTRAINT minutes_correction_has_words CHECK (btrim(text) <> ''),
  ADD CONSTRAINT minutes_correction_answered CHECK (("answeredAt" IS NULL) = ("isAccepted" IS NULL)),
  ADD CONSTRAINT minutes_correction_declined_with_reason CHECK ("isAccepted" IS NOT FALSE OR btrim(answer) <> '');

-- What was decided keeps its words once its minutes are published: it may only be superseded or shown to more people.
CREATE FUNCTION decision_stands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM public.minutes m WHERE m."meetingId" = OLD."meetingId" AND m."publishedAt" IS NOT NULL) THEN
    RAISE EXCEPTION 'violates check constraint "decision_is_published"' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER decision_is_published BEFORE UPDATE OF number, "meetingId", title, text, "decidedOn" ON "decision"
  FOR EACH ROW EXECUTE FUNCTION decision_stands();

ALTER TABLE "action_item"
  ADD CONSTRAINT action_item_has_words CHECK (btrim(text) <> ''),
  ADD CONSTRAINT action_item_done_by_somebody CHECK (("doneAt" IS NULL) = ("doneById" IS NULL));
CREATE INDEX action_item_open ON "action_item" ("dueOn") WHERE "doneAt" IS NULL;

ALTER TABLE "meeting_topic"
  ADD CONSTRAINT meeting_topic_has_words CHECK (btrim(text) <> ''),
  ADD CONSTRAINT meeting_topic_closed_elsewhere CHECK ("closedInId" <> "meetingId");
CREATE INDEX meeting_topic_open ON "meeting_topic" ("meetingId") WHERE "closedInId" IS NULL;
