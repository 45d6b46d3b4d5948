-- Hands raised for a tender and a structure's own reckoning; what watches over notices: deadlines, alerts, the BOAMP.

ALTER TABLE "tender" ADD COLUMN "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

CREATE TYPE "hand_role" AS ENUM ('lead', 'partner', 'subcontractor');
CREATE TYPE "tender_verdict" AS ENUM ('go', 'no_go', 'undecided');
CREATE TYPE "tender_criterion" AS ENUM ('fit', 'capacity', 'margin', 'buyer', 'competition', 'risk');
CREATE TYPE "boamp_outcome" AS ENUM ('tender', 'amendment', 'set_aside');

CREATE TABLE "tender_hand" (
    "tenderId" UUID NOT NULL,
    "structureId" UUID NOT NULL,
    "raisedById" UUID,
    "references" TEXT NOT NULL DEFAULT '',
    "capacity" TEXT NOT NULL DEFAULT '',
    "raisedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "tender_hand_once" PRIMARY KEY ("tenderId","structureId")
);

CREATE TABLE "tender_hand_lot" (
    "tenderId" UUID NOT NULL,
    "structureId" UUID NOT NULL,
    "lotId" UUID NOT NULL,
    "role" "hand_role" NOT NULL,

    CONSTRAINT "tender_hand_lot_pkey" PRIMARY KEY ("lotId","structureId")
);

CREATE TABLE "tender_assessment" (
    "tenderId" UUID NOT NULL,
    "structureId" UUID NOT NULL,
    "verdict" "tender_verdict" NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "decidedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decidedById" UUID,

    CONSTRAINT "tender_assessment_pkey" PRIMARY KEY ("tenderId","structureId")
);

CREATE TABLE "tender_score" (
    "tenderId" UUID NOT NULL,
    "structureId" UUID NOT NULL,
    "criterion" "tender_criterion" NOT NULL,
    "weight" SMALLINT NOT NULL,
    "score" SMALLINT NOT NULL,

    CONSTRAINT "tender_score_pkey" PRIMARY KEY ("tenderId","structureId","criterion"),
    CONSTRAINT tender_score_range CHECK ("weight" BETWEEN 0 AND 3 AND "score" BETWEEN 0 AND 5)
);

CREATE TABLE "tender_deadline_change" (
    "id" UUID NOT NULL,
    "tenderId" UUID NOT NULL,
    "from" TIMESTAMPTZ(3) NOT NULL,
    "to" TIMESTAMPTZ(3) NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "personId" UUID,

    CONSTRAINT "tender_deadline_change_pkey" PRIMARY KEY ("id"),
    CONSTRAINT tender_deadline_moved CHECK ("from" <> "to")
);

CREATE TABLE "tender_resemblance" (
    "tenderId" UUID NOT NULL,
    "olderId" UUID NOT NULL,
    "settledAt" TIMESTAMPTZ(3),
    "settledById" UUID,

    CONSTRAINT "tender_resemblance_pkey" PRIMARY KEY ("tenderId"),
    CONSTRAINT tender_resembles_another CHECK ("tenderId" <> "olderId")
);

CREATE TABLE "tender_alert" (
    "personId" UUID NOT NULL,
    "ownSkills" BOOLEAN NOT NULL,
    "skills" TEXT[],
    "cpvPrefixes" TEXT[],
    "departments" TEXT[],

    CONSTRAINT "tender_alert_pkey" PRIMARY KEY ("personId"),
    CONSTRAINT tender_alert_cpv_shape CHECK (array_to_string("cpvPrefixes", ' ', '?') ~ '^([0-9]{2,8}( [0-9]{2,8})*)?$')
);

CREATE TABLE "boamp_notice" (
    "key" TEXT NOT NULL,
    "outcome" "boamp_outcome" NOT NULL,
    "tenderId" UUID,
    "reason" TEXT NOT NULL DEFAULT '',
    "fingerprint" TEXT NOT NULL,
    "raw" JSONB NOT NULL,
    "readAt" TIMESTAMPTZ(3) NOT NULL,
    "seenAt" TIMESTAMPTZ(3),

    CONSTRAINT "boamp_notice_pkey" PRIMARY KEY ("key"),
    CONSTRAINT boamp_notice_outcome CHECK (("outcome" = 'set_aside') = ("tenderId" IS NULL) AND ("outcome" = 'set_aside') = ("reason" <> ''))
);

CREATE TABLE "boamp_reading" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "day" DATE NOT NULL,
    "offset" INTEGER NOT NULL DEFAULT 0,
    "finishedAt" TIMESTAMPTZ(3),
    "problem" TEXT,
    "triedAt" TIMESTAMPTZ(3),

    CONSTRAINT "boamp_reading_pkey" PRIMARY KEY ("id"),
    CONSTRAINT boamp_reading_single CHECK ("id" = 1)
);

CREATE INDEX "tender_hand_structureId_idx" ON "tender_hand"("structureId");
CREATE INDEX "tender_hand_raisedById_idx" ON "tender_hand"("raisedById");
CREATE INDEX "tender_hand_lot_tenderId_structureId_idx" ON "tender_hand_lot"("tenderId", "structureId");
CREATE INDEX "tender_hand_lot_tenderId_lotId_idx" ON "tender_hand_lot"("tenderId", "lotId");
CREATE INDEX "tender_assessment_structureId_idx" ON "tender_assessment"("structureId");
CREATE INDEX "tender_assessment_decidedById_idx" ON "tender_assessment"("decidedById");
CREATE INDEX "tender_deadline_change_tenderId_changedAt_idx" ON "tender_deadline_change"("tenderId", "changedAt");
CREATE INDEX "tender_deadline_change_personId_idx" ON "tender_deadline_change"("personId");
CREATE INDEX "tender_resemblance_olderId_idx" ON "tender_resemblance"("olderId");
CREATE INDEX "tender_resemblance_settledById_idx" ON "tender_resemblance"("settledById");
CREATE INDEX "boamp_notice_tenderId_idx" ON "boamp_notice"("tenderId");
CREATE INDEX "boamp_notice_outcome_readAt_idx" ON "boamp_notice"("outcome", "readAt");
CREATE UNIQUE INDEX "tender_lot_of_tender" ON "tender_lot"("tenderId", "id");
ALTER TABLE "tender_hand" ADD CONSTRAINT "tender_hand_tenderId_fkey" FOREIGN KEY ("tenderId") REFERENCES "tender"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "tender_hand" ADD CONSTRAINT "tender_hand_structureId_fkey" FOREIGN KEY ("structureId") REFERENCES "structure"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "tender_hand" ADD CONSTRAINT "tender_hand_raisedById_fkey" FOREIGN KEY ("raisedById") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "tender_hand_lot" ADD CONSTRAINT "tender_hand_lot_tenderId_structureId_fkey" FOREIGN KEY ("tenderId", "structureId") REFERENCES "tender_hand"("tenderId", "structureId") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "tender_hand_lot" ADD CONSTRAINT "tender_hand_lot_tenderId_lotId_fkey" FOREIGN KEY ("tenderId", "lotId") REFERENCES "tender_lot"("tenderId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "tender_assessment" ADD CONSTRAINT "tender_assessment_tenderId_fkey" FOREIGN KEY ("tenderId") REFERENCES "tender"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "tender_assessment" ADD CONSTRAINT "tender_assessment_structureId_fkey" FOREIGN KEY ("structureId") REFERENCES "structure"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "tender_assessment" ADD CONSTRAINT "tender_assessment_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "tender_score" ADD CONSTRAINT "tender_score_tenderId_structureId_fkey" FOREIGN KEY ("tenderId", "structureId") REFERENCES "tender_assessment"("tenderId", "structureId") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "tender_deadline_change" ADD CONSTRAINT "tender_deadline_change_tenderId_fkey" FOREIGN KEY ("tenderId") REFERENCES "tender"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "tender_deadline_change" ADD CONSTRAINT "tender_deadline_change_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "tender_resemblance" ADD CONSTRAINT "tender_resemblance_tenderId_fkey" FOREIGN KEY ("tenderId") REFERENCES "tender"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "tender_resemblance" ADD CONSTRAINT "tender_resemblance_olderId_fkey" FOREIGN KEY ("olderId") REFERENCES "tender"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "tender_resemblance" ADD CONSTRAINT "tender_resemblance_settledById_fkey" FOREIGN KEY ("settledById") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "tender_alert" ADD CONSTRAINT "tender_alert_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "boamp_notice" ADD CONSTRAINT "boamp_notice_tenderId_fkey" FOREIGN KEY ("tenderId") REFERENCES "tender"("id") ON DELETE CASCADE ON UPDATE CASCADE;
