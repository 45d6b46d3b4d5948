-- A poll may be given up: no date will be kept of it, and it waits for nobody any more.
ALTER TABLE "poll_closing" ADD COLUMN "abandonedAt" TIMESTAMPTZ(3);
ALTER TABLE "poll_closing" ADD CONSTRAINT poll_kept_or_given_up CHECK ("abandonedAt" IS NULL OR "slotId" IS NULL);

-- Those who registered are reminded a week before too; each person chooses which reminders reach them by e-mail.
ALTER TABLE "registration" ADD COLUMN "remindedWeekOf" TIMESTAMPTZ(3);
ALTER TABLE "notice_preference"
  ALTER COLUMN "rhythm" SET DEFAULT 'daily',
  ADD COLUMN "remindsWeekBefore" BOOLEAN NOT NULL DEFAULT true,
  ADD COLUMN "remindsDayBefore" BOOLEAN NOT NULL DEFAULT true;
