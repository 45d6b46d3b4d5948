-- Sharing skills between members: answered, closed, thanked for.

-- CreateEnum
CREATE TYPE "skill_exchange_kind" AS ENUM ('advice', 'training', 'equipment', 'overflow', 'references');

-- AlterTable: what is there already has three months from its posting.
ALTER TABLE "skill_exchange" ADD COLUMN     "expiresAt" TIMESTAMPTZ(3),
ADD COLUMN     "kind" "skill_exchange_kind" NOT NULL DEFAULT 'advice',
ADD COLUMN     "postedById" UUID,
ALTER COLUMN "hours" DROP NOT NULL;
UPDATE "skill_exchange" SET "expiresAt" = "postedAt" + interval '90 days';
ALTER TABLE "skill_exchange" ALTER COLUMN "expiresAt" SET NOT NULL;

-- CreateTable
CREATE TABLE "skill_exchange_skill" (
    "exchangeId" UUID NOT NULL,
    "skillId" UUID NOT NULL,

    CONSTRAINT "skill_exchange_skill_pkey" PRIMARY KEY ("exchangeId","skillId")
);

-- CreateTable
CREATE TABLE "skill_exchange_talk" (
    "id" UUID NOT NULL,
    "exchangeId" UUID NOT NULL,
    "ownerId" UUID NOT NULL,
    "structureId" UUID NOT NULL,
    "openedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "skill_exchange_talk_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "skill_exchange_message" (
    "id" UUID NOT NULL,
    "talkId" UUID NOT NULL,
    "isFromOwner" BOOLEAN NOT NULL,
    "authorId" UUID,
    "text" TEXT NOT NULL,
    "writtenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "skill_exchange_message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "skill_exchange_closing" (
    "exchangeId" UUID NOT NULL,
    "talkId" UUID,
    "closedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "skill_exchange_closing_pkey" PRIMARY KEY ("exchangeId")
);

-- CreateTable
CREATE TABLE "skill_exchange_thanks" (
    "talkId" UUID NOT NULL,
    "isFromOwner" BOOLEAN NOT NULL,
    "text" TEXT NOT NULL,
    "writtenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ownerAgreedAt" TIMESTAMPTZ(3),
    "partnerAgreedAt" TIMESTAMPTZ(3),

    CONSTRAINT "skill_exchange_thanks_pkey" PRIMARY KEY ("talkId","isFromOwner")
);

-- How it ended is now a row of its own.
INSERT INTO "skill_exchange_closing" ("exchangeId", "closedAt")
  SELECT id, "closedAt" FROM "skill_exchange" WHERE "closedAt" IS NOT NULL;
ALTER TABLE "skill_exchange" DROP COLUMN "closedAt";

-- CreateIndex
CREATE INDEX "skill_exchange_skill_skillId_idx" ON "skill_exchange_skill"("skillId");

-- CreateIndex
CREATE INDEX "skill_exchange_talk_exchangeId_ownerId_idx" ON "skill_exchange_talk"("exchangeId", "ownerId");

-- CreateIndex
CREATE INDEX "skill_exchange_talk_ownerId_idx" ON "skill_exchange_talk"("ownerId");

-- CreateIndex
CREATE INDEX "skill_exchange_talk_structureId_idx" ON "skill_exchange_talk"("structureId");

-- CreateIndex
CREATE UNIQUE INDEX "skill_exchange_talk_once" ON "skill_exchange_talk"("exchangeId", "structureId");

-- CreateIndex
CREATE UNIQUE INDEX "skill_exchange_talk_of" ON "skill_exchange_talk"("id", "exchangeId");

-- CreateIndex
CREATE INDEX "skill_exchange_message_talkId_writtenAt_idx" ON "skill_exchange_message"("talkId", "writtenAt");

-- CreateIndex
CREATE INDEX "skill_exchange_message_authorId_idx" ON "skill_exchange_message"("authorId");

-- CreateIndex
CREATE INDEX "skill_exchange_closing_talkId_exchangeId_idx" ON "skill_exchange_closing"("talkId", "exchangeId");

-- CreateIndex
CREATE INDEX "skill_exchange_postedById_idx" ON "skill_exchange"("postedById");

-- CreateIndex
CREATE INDEX "skill_exchange_expiresAt_idx" ON "skill_exchange"("expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "skill_exchange_owner" ON "skill_exchange"("id", "structureId");

-- AddForeignKey
ALTER TABLE "skill_exchange" ADD CONSTRAINT "skill_exchange_postedById_fkey" FOREIGN KEY ("postedById") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "skill_exchange_skill" ADD CONSTRAINT "skill_exchange_skill_exchangeId_fkey" FOREIGN KEY ("exchangeId") REFERENCES "skill_exchange"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "skill_exchange_skill" ADD CONSTRAINT "skill_exchange_skill_skillId_fkey" FOREIGN KEY ("skillId") REFERENCES "skill"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "skill_exchange_talk" ADD CONSTRAINT "skill_exchange_talk_exchangeId_ownerId_fkey" FOREIGN KEY ("exchangeId", "ownerId") REFERENCES "skill_exchange"("id", "structureId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "skill_exchange_talk" ADD CONSTRAINT "skill_exchange_talk_structureId_fkey" FOREIGN KEY ("structureId") REFERENCES "structure"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "skill_exchange_message" ADD CONSTRAINT "skill_exchange_message_talkId_fkey" FOREIGN KEY ("talkId") REFERENCES "skill_exchange_talk"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "skill_exchange_message" ADD CONSTRAINT "skill_exchange_message_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "skill_exchange_closing" ADD CONSTRAINT "skill_exchange_closing_exchangeId_fkey" FOREIGN KEY ("exchangeId") REFERENCES "skill_exchange"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "skill_exchange_closing" ADD CONSTRAINT "skill_exchange_closing_talk" FOREIGN KEY ("talkId", "exchangeId") REFERENCES "skill_exchange_talk"("id", "exchangeId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "skill_exchange_thanks" ADD CONSTRAINT "skill_exchange_thanks_talkId_fkey" FOREIGN KEY ("talkId") REFERENCES "skill_exchange_talk"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The rules, each named.
ALTER TABLE "skill_exchange"
  ADD CONSTRAINT skill_exchange_title CHECK (btrim(title) <> ''),
  ADD CONSTRAINT skill_exchange_in_order CHECK ("expiresAt" > "postedAt");

ALTER TABLE "skill_exchange_talk"
  ADD CONSTRAINT skill_exchange_not_with_oneself CHECK ("ownerId" <> "structureId");

ALTER TABLE "skill_exchange_message"
  ADD CONSTRAINT skill_exchange_message_words CHECK (btrim(text) <> '');

ALTER TABLE "skill_exchange_thanks"
  ADD CONSTRAINT skill_exchange_thanks_words CHECK (btrim(text) <> '');

-- A word of thanks is about what was done, with that member.
CREATE FUNCTION skill_exchange_thank_for_done() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM public.skill_exchange_closing c WHERE c."talkId" = NEW."talkId") THEN
    -- The driver loses the CONSTRAINT field of a raised error, so the name is in the text.
    RAISE EXCEPTION 'violates check constraint "skill_exchange_thanks_for_done"' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER skill_exchange_thank_for_done BEFORE INSERT ON "skill_exchange_thanks"
  FOR EACH ROW EXECUTE FUNCTION skill_exchange_thank_for_done();

-- Nobody answers what has ended. What was said stays.
CREATE FUNCTION skill_exchange_is_open() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  exchange uuid;
BEGIN
  SELECT t."exchangeId" INTO exchange FROM public.skill_exchange_talk t WHERE t.id = NEW."talkId";
  -- Held against whoever closes it at the same moment.
  PERFORM 1 FROM public.skill_exchange e WHERE e.id = exchange FOR SHARE;
  IF EXISTS (SELECT 1 FROM public.skill_exchange_closing c WHERE c."exchangeId" = exchange) THEN
    RAISE EXCEPTION 'violates check constraint "skill_exchange_still_open"' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER skill_exchange_is_open BEFORE INSERT ON "skill_exchange_message"
  FOR EACH ROW EXECUTE FUNCTION skill_exchange_is_open();

-- The public pages of both show it.
CREATE TRIGGER page_cache AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "skill_exchange_thanks"
  FOR EACH STATEMENT EXECUTE FUNCTION page_cache_notify();
