-- Finding a date, lending a room, calling to a meeting.

-- CreateEnum
CREATE TYPE "invitation_reply" AS ENUM ('coming', 'excused');

-- CreateEnum
CREATE TYPE "meeting_format" AS ENUM ('in_person', 'remote', 'mixed');

-- CreateEnum
CREATE TYPE "poll_choice" AS ENUM ('yes', 'if_need_be', 'no');

-- A value added to a type cannot be used in the same transaction: the type is made anew.
ALTER TABLE "room_booking" DROP CONSTRAINT room_booking_no_overlap;
ALTER TABLE "room_booking" ALTER COLUMN "state" DROP DEFAULT;
ALTER TYPE "room_booking_state" RENAME TO "room_booking_state_old";
CREATE TYPE "room_booking_state" AS ENUM ('requested', 'offered', 'confirmed', 'declined', 'cancelled');
ALTER TABLE "room_booking" ALTER COLUMN "state" TYPE "room_booking_state" USING "state"::text::"room_booking_state";
ALTER TABLE "room_booking" ALTER COLUMN "state" SET DEFAULT 'requested';
DROP TYPE "room_booking_state_old";

-- AlterTable
ALTER TABLE "commission" ADD COLUMN     "quorum" INTEGER NOT NULL DEFAULT 25;

-- AlterTable
ALTER TABLE "meeting" ADD COLUMN     "format" "meeting_format" NOT NULL DEFAULT 'in_person',
ADD COLUMN     "videoUrl" TEXT;

-- AlterTable
ALTER TABLE "room" ADD COLUMN     "retiredAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "room_booking" ADD COLUMN     "answerNote" TEXT,
ADD COLUMN     "answeredAt" TIMESTAMPTZ(3),
ADD COLUMN     "requestedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "requestedById" UUID,
ADD COLUMN     "slotId" UUID,
ALTER COLUMN "eventId" DROP NOT NULL;

-- AlterTable
ALTER TABLE "venue" ADD COLUMN     "keeperEmail" TEXT,
ADD COLUMN     "keeperName" TEXT;

-- CreateTable
CREATE TABLE "school_holiday" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "firstDay" DATE NOT NULL,
    "lastDay" DATE NOT NULL,

    CONSTRAINT "school_holiday_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "personal_calendar" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "personal_calendar_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "meeting_invitation" (
    "id" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "invitedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "reply" "invitation_reply",
    "repliedAt" TIMESTAMPTZ(3),

    CONSTRAINT "meeting_invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "meeting_reminder" (
    "invitationId" UUID NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "daysBefore" INTEGER NOT NULL,
    "sentAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "meeting_reminder_pkey" PRIMARY KEY ("invitationId","startsAt","daysBefore")
);

-- CreateTable
CREATE TABLE "poll" (
    "id" UUID NOT NULL,
    "commissionId" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "durationMinutes" INTEGER NOT NULL,
    "format" "meeting_format" NOT NULL DEFAULT 'in_person',
    "videoUrl" TEXT,
    "deadline" TIMESTAMPTZ(3) NOT NULL,
    "openedById" UUID NOT NULL,
    "openedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "eventId" UUID,

    CONSTRAINT "poll_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "poll_slot" (
    "id" UUID NOT NULL,
    "pollId" UUID NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "roomId" UUID,
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "poll_slot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "poll_invitation" (
    "id" UUID NOT NULL,
    "pollId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "isKey" BOOLEAN NOT NULL DEFAULT false,
    "linkVersion" INTEGER NOT NULL DEFAULT 1,
    "invitedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "remindedAt" TIMESTAMPTZ(3),

    CONSTRAINT "poll_invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "poll_answer" (
    "slotId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "choice" "poll_choice" NOT NULL,
    "answeredAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "poll_answer_pkey" PRIMARY KEY ("slotId","personId")
);

-- CreateTable
CREATE TABLE "poll_closing" (
    "pollId" UUID NOT NULL,
    "closedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closedById" UUID,
    "slotId" UUID,

    CONSTRAINT "poll_closing_pkey" PRIMARY KEY ("pollId")
);

-- CreateIndex
CREATE UNIQUE INDEX "personal_calendar_personId_key" ON "personal_calendar"("personId");

-- CreateIndex
CREATE INDEX "meeting_invitation_personId_idx" ON "meeting_invitation"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "meeting_invitation_meetingId_personId_key" ON "meeting_invitation"("meetingId", "personId");

-- CreateIndex
CREATE UNIQUE INDEX "poll_eventId_key" ON "poll"("eventId");

-- CreateIndex
CREATE INDEX "poll_commissionId_openedAt_idx" ON "poll"("commissionId", "openedAt");

-- CreateIndex
CREATE INDEX "poll_openedById_idx" ON "poll"("openedById");

-- CreateIndex
CREATE INDEX "poll_deadline_idx" ON "poll"("deadline");

-- CreateIndex
CREATE INDEX "poll_slot_roomId_idx" ON "poll_slot"("roomId");

-- CreateIndex
CREATE UNIQUE INDEX "poll_slot_pollId_startsAt_key" ON "poll_slot"("pollId", "startsAt");

-- CreateIndex
CREATE INDEX "poll_invitation_personId_idx" ON "poll_invitation"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "poll_invitation_pollId_personId_key" ON "poll_invitation"("pollId", "personId");

-- CreateIndex
CREATE INDEX "poll_answer_personId_idx" ON "poll_answer"("personId");

-- CreateIndex
CREATE INDEX "poll_closing_closedById_idx" ON "poll_closing"("closedById");

-- CreateIndex
CREATE INDEX "poll_closing_slotId_idx" ON "poll_closing"("slotId");

-- CreateIndex
CREATE INDEX "room_booking_slotId_idx" ON "room_booking"("slotId");

-- CreateIndex
CREATE INDEX "room_booking_requestedById_idx" ON "room_booking"("requestedById");

-- AddForeignKey
ALTER TABLE "personal_calendar" ADD CONSTRAINT "personal_calendar_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_invitation" ADD CONSTRAINT "meeting_invitation_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_invitation" ADD CONSTRAINT "meeting_invitation_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_reminder" ADD CONSTRAINT "meeting_reminder_invitationId_fkey" FOREIGN KEY ("invitationId") REFERENCES "meeting_invitation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "poll" ADD CONSTRAINT "poll_commissionId_fkey" FOREIGN KEY ("commissionId") REFERENCES "commission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "poll" ADD CONSTRAINT "poll_openedById_fkey" FOREIGN KEY ("openedById") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "poll" ADD CONSTRAINT "poll_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "event"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "poll_slot" ADD CONSTRAINT "poll_slot_pollId_fkey" FOREIGN KEY ("pollId") REFERENCES "poll"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "poll_slot" ADD CONSTRAINT "poll_slot_roomId_fkey" FOREIGN KEY ("roomId") REFERENCES "room"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "poll_invitation" ADD CONSTRAINT "poll_invitation_pollId_fkey" FOREIGN KEY ("pollId") REFERENCES "poll"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "poll_invitation" ADD CONSTRAINT "poll_invitation_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "poll_answer" ADD CONSTRAINT "poll_answer_slotId_fkey" FOREIGN KEY ("slotId") REFERENCES "poll_slot"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "poll_answer" ADD CONSTRAINT "poll_answer_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "poll_closing" ADD CONSTRAINT "poll_closing_pollId_fkey" FOREIGN KEY ("pollId") REFERENCES "poll"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "poll_closing" ADD CONSTRAINT "poll_closing_closedById_fkey" FOREIGN KEY ("closedById") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "poll_closing" ADD CONSTRAINT "poll_closing_slotId_fkey" FOREIGN KEY ("slotId") REFERENCES "poll_slot"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "room_booking" ADD CONSTRAINT "room_booking_slotId_fkey" FOREIGN KEY ("slotId") REFERENCES "poll_slot"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "room_booking" ADD CONSTRAINT "room_booking_requestedById_fkey" FOREIGN KEY ("requestedById") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- The rules, each named.
ALTER TABLE "commission"
  ADD CONSTRAINT commission_quorum CHECK (quorum BETWEEN 1 AND 100);

ALTER TABLE "meeting"
  ADD CONSTRAINT meeting_video_link CHECK ((format = 'in_person') = ("videoUrl" IS NULL)),
  ADD CONSTRAINT meeting_video_link_shape CHECK ("videoUrl" ~ '^https://[^[:space:]]+$');

ALTER TABLE "meeting_invitation"
  ADD CONSTRAINT meeting_invitation_replied CHECK ((reply IS NULL) = ("repliedAt" IS NULL));

ALTER TABLE "meeting_reminder"
  ADD CONSTRAINT meeting_reminder_before CHECK ("daysBefore" > 0);

ALTER TABLE "poll"
  ADD CONSTRAINT poll_has_a_title CHECK (btrim(title) <> ''),
  ADD CONSTRAINT poll_duration CHECK ("durationMinutes" BETWEEN 15 AND 480),
  ADD CONSTRAINT poll_video_link CHECK ((format = 'in_person') = ("videoUrl" IS NULL)),
  ADD CONSTRAINT poll_video_link_shape CHECK ("videoUrl" ~ '^https://[^[:space:]]+$');

ALTER TABLE "poll_slot"
  ADD CONSTRAINT poll_slot_in_order CHECK ("endsAt" > "startsAt");

ALTER TABLE "venue"
  ADD CONSTRAINT venue_keeper_email_folded CHECK ("keeperEmail" = lower("keeperEmail") AND "keeperEmail" LIKE '%_@_%');

-- What the keeper proposes instead is held as well, until somebody says yes or no.
ALTER TABLE "room_booking"
  ADD CONSTRAINT room_booking_for_one_thing CHECK (num_nonnulls("eventId", "slotId") = 1),
  ADD CONSTRAINT room_booking_no_overlap EXCLUDE USING gist
    ("roomId" WITH =, tstzrange("startsAt", "endsAt", '[)') WITH &&) WHERE (state IN ('requested', 'offered', 'confirmed'));

ALTER TABLE "school_holiday"
  ADD CONSTRAINT school_holiday_in_order CHECK ("lastDay" >= "firstDay"),
  ADD CONSTRAINT school_holiday_no_overlap EXCLUDE USING gist (days("firstDay", "lastDay") WITH &&);

-- Zone B, from the evening of the last day at school to the eve of the return, as known in November 2026.
INSERT INTO "school_holiday" (id, name, "firstDay", "lastDay") VALUES
  (gen_random_uuid(), 'Noël', '2026-12-19', '2027-01-03'),
  (gen_random_uuid(), 'hiver', '2027-02-20', '2027-03-07'),
  (gen_random_uuid(), 'printemps', '2027-04-17', '2027-05-02'),
  (gen_random_uuid(), 'pont de l’Ascension', '2027-05-05', '2027-05-09'),
  (gen_random_uuid(), 'été', '2027-07-03', '2027-08-31');
