-- Trusted extensions: the owner of the database may create them.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS btree_gist;


-- CreateEnum
CREATE TYPE "mandate_function" AS ENUM ('lead', 'deputy', 'president', 'treasurer', 'secretary', 'board_member');

-- CreateEnum
CREATE TYPE "fee_payment_method" AS ENUM ('transfer', 'cheque', 'card');

-- CreateEnum
CREATE TYPE "event_kind" AS ENUM ('club_event', 'commission_meeting', 'board_meeting');

-- CreateEnum
CREATE TYPE "event_visibility" AS ENUM ('public', 'members', 'board');

-- CreateEnum
CREATE TYPE "skill_exchange_direction" AS ENUM ('offer', 'request');

-- CreateEnum
CREATE TYPE "internship_level" AS ENUM ('bts', 'but1', 'but2', 'but3', 'licence', 'licence_pro', 'master', 'engineering');

-- CreateEnum
CREATE TYPE "attendance_state" AS ENUM ('present', 'excused', 'represented', 'absent');

-- CreateEnum
CREATE TYPE "decision_visibility" AS ENUM ('public', 'members', 'body');

-- CreateEnum
CREATE TYPE "introduction_state" AS ENUM ('waiting', 'taken', 'declined');

-- CreateEnum
CREATE TYPE "affiliation_role" AS ENUM ('primary_contact', 'colleague');

-- CreateEnum
CREATE TYPE "room_booking_state" AS ENUM ('requested', 'confirmed', 'declined', 'cancelled');

-- CreateEnum
CREATE TYPE "structure_kind" AS ENUM ('reseller', 'service', 'editor', 'agency', 'school');

-- CreateEnum
CREATE TYPE "structure_status" AS ENUM ('applicant', 'active', 'lapsed', 'resigned', 'removed');

-- CreateEnum
CREATE TYPE "multiple_candidacy_rule" AS ENUM ('not_read', 'allowed', 'forbidden');

-- CreateEnum
CREATE TYPE "consortium_form" AS ENUM ('joint', 'joint_lead_several', 'several');

-- CreateTable
CREATE TABLE "audit_entry" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "personId" UUID,
    "action" TEXT NOT NULL,
    "subjectKind" TEXT NOT NULL,
    "subjectId" TEXT,
    "detail" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "club" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "name" TEXT NOT NULL,
    "tagline" TEXT NOT NULL,
    "isDemonstration" BOOLEAN NOT NULL DEFAULT false,
    "contactEmail" TEXT,
    "contactPhone" TEXT,
    "seat" TEXT,
    "rna" TEXT,
    "siret" TEXT,
    "publicationDirector" TEXT,
    "hostName" TEXT,
    "hostAddress" TEXT,
    "hostPhone" TEXT,
    "statutesUrl" TEXT,

    CONSTRAINT "club_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "former_slug" (
    "kind" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "subjectId" UUID NOT NULL,
    "renamedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "former_slug_pkey" PRIMARY KEY ("kind","slug")
);

-- CreateTable
CREATE TABLE "commission" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "mission" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "commission_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "commission_member" (
    "structureId" UUID NOT NULL,
    "commissionId" UUID NOT NULL,
    "joinedOn" DATE NOT NULL,

    CONSTRAINT "commission_member_pkey" PRIMARY KEY ("structureId","commissionId")
);

-- CreateTable
CREATE TABLE "mandate" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "function" "mandate_function" NOT NULL,
    "commissionId" UUID,
    "startsOn" DATE NOT NULL,
    "endsOn" DATE,

    CONSTRAINT "mandate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "fee_call" (
    "id" UUID NOT NULL,
    "structureId" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "amountCents" INTEGER NOT NULL,
    "calledOn" DATE NOT NULL,
    "dueOn" DATE NOT NULL,

    CONSTRAINT "fee_call_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "fee_payment" (
    "id" UUID NOT NULL,
    "feeCallId" UUID NOT NULL,
    "amountCents" INTEGER NOT NULL,
    "method" "fee_payment_method" NOT NULL,
    "paidOn" DATE NOT NULL,

    CONSTRAINT "fee_payment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "kind" "event_kind" NOT NULL,
    "visibility" "event_visibility" NOT NULL DEFAULT 'public',
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "place" TEXT,
    "commissionId" UUID,
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event_cancellation" (
    "eventId" UUID NOT NULL,
    "cancelledAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "reason" TEXT NOT NULL,

    CONSTRAINT "event_cancellation_pkey" PRIMARY KEY ("eventId")
);

-- CreateTable
CREATE TABLE "skill_exchange" (
    "id" UUID NOT NULL,
    "structureId" UUID NOT NULL,
    "direction" "skill_exchange_direction" NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "hours" INTEGER NOT NULL,
    "postedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "skill_exchange_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "expectation" (
    "id" UUID NOT NULL,
    "commissionId" UUID NOT NULL,
    "authorId" UUID,
    "structureId" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "voicedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "expectation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "expectation_voice" (
    "expectationId" UUID NOT NULL,
    "structureId" UUID NOT NULL,
    "givenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "expectation_voice_pkey" PRIMARY KEY ("expectationId","structureId")
);

-- CreateTable
CREATE TABLE "internship" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "structureId" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "missions" TEXT NOT NULL,
    "skills" TEXT[],
    "level" "internship_level" NOT NULL,
    "startsOn" DATE NOT NULL,
    "weeks" INTEGER NOT NULL,
    "hoursPerWeek" INTEGER NOT NULL DEFAULT 35,
    "communeInsee" CHAR(5),
    "remotePercent" INTEGER NOT NULL DEFAULT 0,
    "places" INTEGER NOT NULL DEFAULT 1,
    "hourlyStipendCents" INTEGER,
    "applyBefore" DATE NOT NULL,
    "publishedAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "internship_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "student" (
    "personId" UUID NOT NULL,
    "schoolId" UUID,
    "diploma" TEXT NOT NULL,

    CONSTRAINT "student_pkey" PRIMARY KEY ("personId")
);

-- CreateTable
CREATE TABLE "meeting" (
    "id" UUID NOT NULL,
    "eventId" UUID NOT NULL,

    CONSTRAINT "meeting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agenda_item" (
    "id" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "durationMinutes" INTEGER NOT NULL,

    CONSTRAINT "agenda_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attendance" (
    "meetingId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "state" "attendance_state" NOT NULL,

    CONSTRAINT "attendance_pkey" PRIMARY KEY ("meetingId","personId")
);

-- CreateTable
CREATE TABLE "minutes" (
    "meetingId" UUID NOT NULL,
    "body" TEXT NOT NULL,
    "publishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "minutes_pkey" PRIMARY KEY ("meetingId")
);

-- CreateTable
CREATE TABLE "decision" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "meetingId" UUID NOT NULL,
    "commissionId" UUID,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "visibility" "decision_visibility" NOT NULL DEFAULT 'members',
    "decidedOn" DATE NOT NULL,
    "supersededById" UUID,

    CONSTRAINT "decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "need" (
    "id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "city" TEXT,
    "contactName" TEXT NOT NULL,
    "contactEmail" TEXT NOT NULL,
    "commissionId" UUID,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "confirmedAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "need_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "introduction" (
    "needId" UUID NOT NULL,
    "structureId" UUID NOT NULL,
    "state" "introduction_state" NOT NULL DEFAULT 'waiting',
    "proposedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answeredAt" TIMESTAMPTZ(3),

    CONSTRAINT "introduction_pkey" PRIMARY KEY ("needId","structureId")
);

-- CreateTable
CREATE TABLE "news_post" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "lead" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "publishedAt" TIMESTAMPTZ(3),
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "authorId" UUID,
    "commissionId" UUID,

    CONSTRAINT "news_post_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "firstName" TEXT NOT NULL,
    "lastName" TEXT NOT NULL,
    "passwordHash" TEXT,
    "isFictional" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "affiliation" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "structureId" UUID NOT NULL,
    "role" "affiliation_role" NOT NULL DEFAULT 'colleague',
    "position" TEXT,
    "startsOn" DATE NOT NULL,
    "endsOn" DATE,

    CONSTRAINT "affiliation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "administrator" (
    "personId" UUID NOT NULL,
    "grantedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "administrator_pkey" PRIMARY KEY ("personId")
);

-- CreateTable
CREATE TABLE "suspension" (
    "personId" UUID NOT NULL,
    "suspendedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "reason" TEXT NOT NULL,

    CONSTRAINT "suspension_pkey" PRIMARY KEY ("personId")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "userAgent" TEXT,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "throttle" (
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "resetsAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "throttle_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "venue" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "address" TEXT,
    "communeInsee" CHAR(5),

    CONSTRAINT "venue_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "room" (
    "id" UUID NOT NULL,
    "venueId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "capacity" INTEGER NOT NULL,
    "equipment" TEXT[],
    "access" TEXT,

    CONSTRAINT "room_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "room_booking" (
    "id" UUID NOT NULL,
    "roomId" UUID NOT NULL,
    "eventId" UUID NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "state" "room_booking_state" NOT NULL DEFAULT 'requested',

    CONSTRAINT "room_booking_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "structure" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "structure_kind" NOT NULL,
    "status" "structure_status" NOT NULL DEFAULT 'active',
    "description" TEXT NOT NULL DEFAULT '',
    "website" TEXT,
    "email" TEXT,
    "phone" TEXT,
    "address" TEXT,
    "city" TEXT,
    "citySlug" TEXT,
    "postalCode" TEXT,
    "communeInsee" CHAR(5),
    "siret" TEXT,
    "isFictional" BOOLEAN NOT NULL DEFAULT false,
    "joinedOn" DATE NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "search" tsvector,

    CONSTRAINT "structure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "skill" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "commissionId" UUID NOT NULL,
    "synonyms" TEXT[],

    CONSTRAINT "skill_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "structure_skill" (
    "id" UUID NOT NULL,
    "structureId" UUID NOT NULL,
    "skillId" UUID,
    "ownLabel" TEXT,
    "position" INTEGER NOT NULL,

    CONSTRAINT "structure_skill_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "structure_reference" (
    "id" UUID NOT NULL,
    "structureId" UUID NOT NULL,
    "customer" TEXT NOT NULL,
    "work" TEXT NOT NULL,
    "year" INTEGER NOT NULL,

    CONSTRAINT "structure_reference_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "search_word" (
    "word" TEXT NOT NULL,
    "stem" TEXT NOT NULL,

    CONSTRAINT "search_word_pkey" PRIMARY KEY ("word")
);

-- CreateTable
CREATE TABLE "tender" (
    "id" UUID NOT NULL,
    "buyer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "reference" TEXT,
    "url" TEXT,
    "respondBefore" TIMESTAMPTZ(3) NOT NULL,
    "multipleCandidacyRule" "multiple_candidacy_rule" NOT NULL DEFAULT 'not_read',

    CONSTRAINT "tender_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tender_lot" (
    "id" UUID NOT NULL,
    "tenderId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "cpvCodes" TEXT[],

    CONSTRAINT "tender_lot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "consortium" (
    "id" UUID NOT NULL,
    "tenderId" UUID NOT NULL,
    "leadStructureId" UUID NOT NULL,
    "form" "consortium_form" NOT NULL,
    "justification" TEXT NOT NULL,

    CONSTRAINT "consortium_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "consortium_member" (
    "consortiumId" UUID NOT NULL,
    "lotId" UUID NOT NULL,
    "structureId" UUID NOT NULL,
    "shareBasisPoints" INTEGER NOT NULL,

    CONSTRAINT "consortium_member_pkey" PRIMARY KEY ("consortiumId","lotId","structureId")
);

-- CreateTable
CREATE TABLE "commune" (
    "insee" CHAR(5) NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "postalCodes" TEXT[],
    "latitude" DOUBLE PRECISION NOT NULL,
    "longitude" DOUBLE PRECISION NOT NULL,
    "population" INTEGER NOT NULL,

    CONSTRAINT "commune_pkey" PRIMARY KEY ("insee")
);

-- CreateIndex
CREATE INDEX "audit_entry_at_idx" ON "audit_entry"("at");

-- CreateIndex
CREATE INDEX "audit_entry_personId_idx" ON "audit_entry"("personId");

-- CreateIndex
CREATE INDEX "audit_entry_subjectKind_subjectId_idx" ON "audit_entry"("subjectKind", "subjectId");

-- CreateIndex
CREATE INDEX "former_slug_subjectId_idx" ON "former_slug"("subjectId");

-- CreateIndex
CREATE UNIQUE INDEX "commission_slug_key" ON "commission"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "commission_position_key" ON "commission"("position");

-- CreateIndex
CREATE INDEX "commission_member_commissionId_idx" ON "commission_member"("commissionId");

-- CreateIndex
CREATE INDEX "mandate_personId_idx" ON "mandate"("personId");

-- CreateIndex
CREATE INDEX "mandate_commissionId_idx" ON "mandate"("commissionId");

-- CreateIndex
CREATE UNIQUE INDEX "fee_call_once_a_year" ON "fee_call"("structureId", "year");

-- CreateIndex
CREATE INDEX "fee_payment_feeCallId_idx" ON "fee_payment"("feeCallId");

-- CreateIndex
CREATE UNIQUE INDEX "event_slug_key" ON "event"("slug");

-- CreateIndex
CREATE INDEX "event_startsAt_idx" ON "event"("startsAt");

-- CreateIndex
CREATE INDEX "event_commissionId_startsAt_idx" ON "event"("commissionId", "startsAt");

-- CreateIndex
CREATE INDEX "skill_exchange_structureId_idx" ON "skill_exchange"("structureId");

-- CreateIndex
CREATE INDEX "expectation_commissionId_voicedAt_idx" ON "expectation"("commissionId", "voicedAt");

-- CreateIndex
CREATE INDEX "expectation_authorId_idx" ON "expectation"("authorId");

-- CreateIndex
CREATE INDEX "expectation_structureId_idx" ON "expectation"("structureId");

-- CreateIndex
CREATE INDEX "expectation_voice_structureId_idx" ON "expectation_voice"("structureId");

-- CreateIndex
CREATE UNIQUE INDEX "internship_slug_key" ON "internship"("slug");

-- CreateIndex
CREATE INDEX "internship_structureId_idx" ON "internship"("structureId");

-- CreateIndex
CREATE INDEX "internship_communeInsee_idx" ON "internship"("communeInsee");

-- CreateIndex
CREATE INDEX "internship_applyBefore_idx" ON "internship"("applyBefore");

-- CreateIndex
CREATE INDEX "student_schoolId_idx" ON "student"("schoolId");

-- CreateIndex
CREATE UNIQUE INDEX "meeting_eventId_key" ON "meeting"("eventId");

-- CreateIndex
CREATE UNIQUE INDEX "agenda_item_meetingId_position_key" ON "agenda_item"("meetingId", "position");

-- CreateIndex
CREATE INDEX "attendance_personId_idx" ON "attendance"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "decision_number_key" ON "decision"("number");

-- CreateIndex
CREATE UNIQUE INDEX "decision_supersededById_key" ON "decision"("supersededById");

-- CreateIndex
CREATE INDEX "decision_meetingId_idx" ON "decision"("meetingId");

-- CreateIndex
CREATE INDEX "decision_commissionId_decidedOn_idx" ON "decision"("commissionId", "decidedOn");

-- CreateIndex
CREATE INDEX "need_commissionId_idx" ON "need"("commissionId");

-- CreateIndex
CREATE INDEX "need_receivedAt_idx" ON "need"("receivedAt");

-- CreateIndex
CREATE INDEX "introduction_structureId_idx" ON "introduction"("structureId");

-- CreateIndex
CREATE UNIQUE INDEX "news_post_slug_key" ON "news_post"("slug");

-- CreateIndex
CREATE INDEX "news_post_publishedAt_idx" ON "news_post"("publishedAt");

-- CreateIndex
CREATE INDEX "news_post_authorId_idx" ON "news_post"("authorId");

-- CreateIndex
CREATE INDEX "news_post_commissionId_idx" ON "news_post"("commissionId");

-- CreateIndex
CREATE UNIQUE INDEX "person_email_key" ON "person"("email");

-- CreateIndex
CREATE INDEX "affiliation_personId_idx" ON "affiliation"("personId");

-- CreateIndex
CREATE INDEX "affiliation_structureId_idx" ON "affiliation"("structureId");

-- CreateIndex
CREATE INDEX "session_personId_idx" ON "session"("personId");

-- CreateIndex
CREATE INDEX "session_expiresAt_idx" ON "session"("expiresAt");

-- CreateIndex
CREATE INDEX "throttle_resetsAt_idx" ON "throttle"("resetsAt");

-- CreateIndex
CREATE UNIQUE INDEX "venue_name_key" ON "venue"("name");

-- CreateIndex
CREATE INDEX "venue_communeInsee_idx" ON "venue"("communeInsee");

-- CreateIndex
CREATE UNIQUE INDEX "room_venueId_name_key" ON "room"("venueId", "name");

-- CreateIndex
CREATE INDEX "room_booking_roomId_idx" ON "room_booking"("roomId");

-- CreateIndex
CREATE INDEX "room_booking_eventId_idx" ON "room_booking"("eventId");

-- CreateIndex
CREATE UNIQUE INDEX "structure_slug_key" ON "structure"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "structure_siret_key" ON "structure"("siret");

-- CreateIndex
CREATE INDEX "structure_search" ON "structure" USING GIN ("search");

-- CreateIndex
CREATE INDEX "structure_citySlug_idx" ON "structure"("citySlug");

-- CreateIndex
CREATE INDEX "structure_communeInsee_idx" ON "structure"("communeInsee");

-- CreateIndex
CREATE INDEX "structure_status_joinedOn_idx" ON "structure"("status", "joinedOn");

-- CreateIndex
CREATE UNIQUE INDEX "skill_slug_key" ON "skill"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "skill_label_key" ON "skill"("label");

-- CreateIndex
CREATE INDEX "skill_commissionId_idx" ON "skill"("commissionId");

-- CreateIndex
CREATE INDEX "structure_skill_skillId_idx" ON "structure_skill"("skillId");

-- CreateIndex
CREATE UNIQUE INDEX "structure_skill_once" ON "structure_skill"("structureId", "skillId");

-- CreateIndex
CREATE INDEX "structure_reference_structureId_idx" ON "structure_reference"("structureId");

-- CreateIndex
CREATE INDEX "search_word_similar" ON "search_word" USING GIN ("word" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "search_word_stem" ON "search_word" USING SPGIST ("stem");

-- CreateIndex
CREATE UNIQUE INDEX "tender_reference_key" ON "tender"("reference");

-- CreateIndex
CREATE INDEX "tender_respondBefore_idx" ON "tender"("respondBefore");

-- CreateIndex
CREATE UNIQUE INDEX "tender_lot_tenderId_number_key" ON "tender_lot"("tenderId", "number");

-- CreateIndex
CREATE INDEX "consortium_leadStructureId_idx" ON "consortium"("leadStructureId");

-- CreateIndex
CREATE UNIQUE INDEX "consortium_one_lead_per_tender" ON "consortium"("tenderId", "leadStructureId");

-- CreateIndex
CREATE INDEX "consortium_member_lotId_idx" ON "consortium_member"("lotId");

-- CreateIndex
CREATE INDEX "consortium_member_structureId_idx" ON "consortium_member"("structureId");

-- CreateIndex
CREATE UNIQUE INDEX "commune_slug_key" ON "commune"("slug");

-- AddForeignKey
ALTER TABLE "audit_entry" ADD CONSTRAINT "audit_entry_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "commission_member" ADD CONSTRAINT "commission_member_structureId_fkey" FOREIGN KEY ("structureId") REFERENCES "structure"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "commission_member" ADD CONSTRAINT "commission_member_commissionId_fkey" FOREIGN KEY ("commissionId") REFERENCES "commission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mandate" ADD CONSTRAINT "mandate_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mandate" ADD CONSTRAINT "mandate_commissionId_fkey" FOREIGN KEY ("commissionId") REFERENCES "commission"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fee_call" ADD CONSTRAINT "fee_call_structureId_fkey" FOREIGN KEY ("structureId") REFERENCES "structure"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fee_payment" ADD CONSTRAINT "fee_payment_feeCallId_fkey" FOREIGN KEY ("feeCallId") REFERENCES "fee_call"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_commissionId_fkey" FOREIGN KEY ("commissionId") REFERENCES "commission"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_cancellation" ADD CONSTRAINT "event_cancellation_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "skill_exchange" ADD CONSTRAINT "skill_exchange_structureId_fkey" FOREIGN KEY ("structureId") REFERENCES "structure"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "expectation" ADD CONSTRAINT "expectation_commissionId_fkey" FOREIGN KEY ("commissionId") REFERENCES "commission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "expectation" ADD CONSTRAINT "expectation_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "expectation" ADD CONSTRAINT "expectation_structureId_fkey" FOREIGN KEY ("structureId") REFERENCES "structure"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "expectation_voice" ADD CONSTRAINT "expectation_voice_expectationId_fkey" FOREIGN KEY ("expectationId") REFERENCES "expectation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "expectation_voice" ADD CONSTRAINT "expectation_voice_structureId_fkey" FOREIGN KEY ("structureId") REFERENCES "structure"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "internship" ADD CONSTRAINT "internship_structureId_fkey" FOREIGN KEY ("structureId") REFERENCES "structure"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "internship" ADD CONSTRAINT "internship_communeInsee_fkey" FOREIGN KEY ("communeInsee") REFERENCES "commune"("insee") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "student" ADD CONSTRAINT "student_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "student" ADD CONSTRAINT "student_schoolId_fkey" FOREIGN KEY ("schoolId") REFERENCES "structure"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agenda_item" ADD CONSTRAINT "agenda_item_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "minutes" ADD CONSTRAINT "minutes_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_commissionId_fkey" FOREIGN KEY ("commissionId") REFERENCES "commission"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_supersededById_fkey" FOREIGN KEY ("supersededById") REFERENCES "decision"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "need" ADD CONSTRAINT "need_commissionId_fkey" FOREIGN KEY ("commissionId") REFERENCES "commission"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "introduction" ADD CONSTRAINT "introduction_needId_fkey" FOREIGN KEY ("needId") REFERENCES "need"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "introduction" ADD CONSTRAINT "introduction_structureId_fkey" FOREIGN KEY ("structureId") REFERENCES "structure"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "news_post" ADD CONSTRAINT "news_post_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "news_post" ADD CONSTRAINT "news_post_commissionId_fkey" FOREIGN KEY ("commissionId") REFERENCES "commission"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "affiliation" ADD CONSTRAINT "affiliation_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "affiliation" ADD CONSTRAINT "affiliation_structureId_fkey" FOREIGN KEY ("structureId") REFERENCES "structure"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "administrator" ADD CONSTRAINT "administrator_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suspension" ADD CONSTRAINT "suspension_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "venue" ADD CONSTRAINT "venue_communeInsee_fkey" FOREIGN KEY ("communeInsee") REFERENCES "commune"("insee") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "room" ADD CONSTRAINT "room_venueId_fkey" FOREIGN KEY ("venueId") REFERENCES "venue"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "room_booking" ADD CONSTRAINT "room_booking_roomId_fkey" FOREIGN KEY ("roomId") REFERENCES "room"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "room_booking" ADD CONSTRAINT "room_booking_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "structure" ADD CONSTRAINT "structure_communeInsee_fkey" FOREIGN KEY ("communeInsee") REFERENCES "commune"("insee") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "skill" ADD CONSTRAINT "skill_commissionId_fkey" FOREIGN KEY ("commissionId") REFERENCES "commission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "structure_skill" ADD CONSTRAINT "structure_skill_structureId_fkey" FOREIGN KEY ("structureId") REFERENCES "structure"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "structure_skill" ADD CONSTRAINT "structure_skill_skillId_fkey" FOREIGN KEY ("skillId") REFERENCES "skill"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "structure_reference" ADD CONSTRAINT "structure_reference_structureId_fkey" FOREIGN KEY ("structureId") REFERENCES "structure"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tender_lot" ADD CONSTRAINT "tender_lot_tenderId_fkey" FOREIGN KEY ("tenderId") REFERENCES "tender"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consortium" ADD CONSTRAINT "consortium_tenderId_fkey" FOREIGN KEY ("tenderId") REFERENCES "tender"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consortium" ADD CONSTRAINT "consortium_leadStructureId_fkey" FOREIGN KEY ("leadStructureId") REFERENCES "structure"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consortium_member" ADD CONSTRAINT "consortium_member_consortiumId_fkey" FOREIGN KEY ("consortiumId") REFERENCES "consortium"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consortium_member" ADD CONSTRAINT "consortium_member_lotId_fkey" FOREIGN KEY ("lotId") REFERENCES "tender_lot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consortium_member" ADD CONSTRAINT "consortium_member_structureId_fkey" FOREIGN KEY ("structureId") REFERENCES "structure"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
