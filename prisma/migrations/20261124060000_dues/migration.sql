CREATE TYPE "pro_rata" AS ENUM ('full', 'months');
CREATE TYPE "headcount_bracket" AS ENUM ('up_to_2', 'up_to_9', 'up_to_19', 'up_to_49', 'over_49');

ALTER TABLE "structure" ADD COLUMN "headcount" "headcount_bracket";

CREATE TABLE "fee_rules" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "firstMonth" INTEGER NOT NULL DEFAULT 1,
    "proRata" "pro_rata" NOT NULL DEFAULT 'full',
    "dueInDays" INTEGER NOT NULL DEFAULT 30,
    "reminderDays" INTEGER[] DEFAULT ARRAY[15, 30, 60]::INTEGER[],
    "lapseAfterDays" INTEGER NOT NULL DEFAULT 90,
    "vatMention" TEXT,
    "iban" TEXT,
    "chequePayableTo" TEXT,

    CONSTRAINT "fee_rules_pkey" PRIMARY KEY ("id")
);
INSERT INTO "fee_rules" DEFAULT VALUES;

CREATE TABLE "fee_rate" (
    "id" UUID NOT NULL,
    "kind" "structure_kind",
    "headcount" "headcount_bracket",
    "validFrom" DATE NOT NULL,
    "amountCents" INTEGER NOT NULL,
    "note" TEXT,

    CONSTRAINT "fee_rate_pkey" PRIMARY KEY ("id")
);
-- "Every kind" and "every size" are values like others: two such lines of one day contradict each other.
CREATE UNIQUE INDEX "fee_rate_once" ON "fee_rate"("kind", "headcount", "validFrom") NULLS NOT DISTINCT;

-- Calls made before they had a number get one, in the order of their names.
ALTER TABLE "fee_call"
  ADD COLUMN "reference" TEXT,
  ADD COLUMN "basis" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "paidCents" INTEGER NOT NULL DEFAULT 0;
UPDATE "fee_call" c SET reference = n.reference FROM (
  SELECT f.id, 'COT-' || f.year || '-' || lpad((row_number() OVER (PARTITION BY f.year ORDER BY s.slug))::text, 4, '0') AS reference
    FROM "fee_call" f JOIN "structure" s ON s.id = f."structureId") n WHERE n.id = c.id;
UPDATE "fee_call" c SET "paidCents" = (
  SELECT coalesce(sum("amountCents"), 0) FROM "fee_payment" p WHERE p."feeCallId" = c.id);
ALTER TABLE "fee_call"
  ALTER COLUMN "reference" SET NOT NULL,
  ALTER COLUMN "basis" DROP DEFAULT,
  ADD COLUMN "balanceCents" INTEGER NOT NULL GENERATED ALWAYS AS ("amountCents" - "paidCents") STORED;
CREATE UNIQUE INDEX "fee_call_reference_key" ON "fee_call"("reference");
CREATE INDEX "fee_call_year_dueOn_idx" ON "fee_call"("year", "dueOn");

ALTER TABLE "fee_payment"
  ADD COLUMN "reference" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "receipt" TEXT,
  ADD COLUMN "reversedById" UUID,
  ADD COLUMN "recordedById" UUID,
  ADD COLUMN "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;
UPDATE "fee_payment" p SET reference = n.receipt, receipt = n.receipt FROM (
  SELECT id, 'REC-' || extract(year FROM "paidOn") || '-' || lpad((row_number() OVER (
    PARTITION BY extract(year FROM "paidOn") ORDER BY "paidOn", id))::text, 4, '0') AS receipt
    FROM "fee_payment") n WHERE n.id = p.id;
ALTER TABLE "fee_payment" ALTER COLUMN "reference" DROP DEFAULT;
CREATE UNIQUE INDEX "fee_payment_receipt_key" ON "fee_payment"("receipt");
CREATE UNIQUE INDEX "fee_payment_reversedById_key" ON "fee_payment"("reversedById");
CREATE INDEX "fee_payment_recordedById_idx" ON "fee_payment"("recordedById");
CREATE INDEX "fee_payment_paidOn_idx" ON "fee_payment"("paidOn");
ALTER TABLE "fee_payment" ADD CONSTRAINT "fee_payment_recordedById_fkey" FOREIGN KEY ("recordedById") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "fee_payment" ADD CONSTRAINT "fee_payment_reversedById_fkey" FOREIGN KEY ("reversedById") REFERENCES "fee_payment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "fee_reminder" (
    "id" UUID NOT NULL,
    "feeCallId" UUID NOT NULL,
    "step" INTEGER,
    "sentOn" DATE NOT NULL,

    CONSTRAINT "fee_reminder_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "fee_reminder_once" ON "fee_reminder"("feeCallId", "step");
CREATE UNIQUE INDEX "fee_reminder_once_a_day" ON "fee_reminder"("feeCallId", "sentOn");
ALTER TABLE "fee_reminder" ADD CONSTRAINT "fee_reminder_feeCallId_fkey" FOREIGN KEY ("feeCallId") REFERENCES "fee_call"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "fee_rules"
  ADD CONSTRAINT fee_rules_are_one CHECK (id = 1),
  ADD CONSTRAINT fee_rules_first_month CHECK ("firstMonth" BETWEEN 1 AND 12),
  ADD CONSTRAINT fee_rules_due_in_days CHECK ("dueInDays" BETWEEN 1 AND 365),
  ADD CONSTRAINT fee_rules_reminder_days CHECK (1 <= ALL ("reminderDays")),
  -- The last warning leaves two weeks before.
  ADD CONSTRAINT fee_rules_lapse_after_days CHECK ("lapseAfterDays" BETWEEN 15 AND 730),
  ADD CONSTRAINT fee_rules_iban_shape CHECK (iban ~ '^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$');

ALTER TABLE "fee_rate"
  ADD CONSTRAINT fee_rate_amount CHECK ("amountCents" >= 0);

ALTER TABLE "fee_call"
  ADD CONSTRAINT fee_call_reference_shape CHECK (reference ~ '^COT-[0-9]{4}-[0-9]{4,}$');

-- Money that came in has a receipt; a counter-row has none and is never undone itself.
ALTER TABLE "fee_payment"
  DROP CONSTRAINT fee_payment_amount,
  ADD CONSTRAINT fee_payment_amount CHECK ("amountCents" <> 0),
  ADD CONSTRAINT fee_payment_receipt CHECK (("amountCents" > 0) = (receipt IS NOT NULL)),
  ADD CONSTRAINT fee_payment_receipt_shape CHECK (receipt ~ '^REC-[0-9]{4}-[0-9]{4,}$'),
  ADD CONSTRAINT fee_payment_counter_row_stands CHECK ("amountCents" > 0 OR "reversedById" IS NULL),
  ADD CONSTRAINT fee_payment_has_a_reference CHECK (btrim(reference) <> '');
-- One payment is recorded once, until it is undone.
CREATE UNIQUE INDEX fee_payment_recorded_once ON "fee_payment" ("feeCallId", plain(btrim(reference)))
  WHERE "amountCents" > 0 AND "reversedById" IS NULL;

ALTER TABLE "fee_reminder"
  ADD CONSTRAINT fee_reminder_step CHECK (step >= 1);

-- What was paid of a call follows its payments.
CREATE FUNCTION fee_call_paid() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE public.fee_call SET "paidCents" = "paidCents" + NEW."amountCents" WHERE id = NEW."feeCallId";
  RETURN NULL;
END $$;
CREATE TRIGGER fee_call_paid AFTER INSERT ON "fee_payment" FOR EACH ROW EXECUTE FUNCTION fee_call_paid();

-- Accounts are history: a payment is undone by a counter-row, which it then names; nothing else changes.
CREATE FUNCTION fee_payment_keep() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD."reversedById" IS NULL
     AND to_jsonb(NEW) - 'reversedById' = to_jsonb(OLD) - 'reversedById' THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'violates check constraint "fee_payment_is_history"' USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER fee_payment_is_history BEFORE UPDATE OR DELETE ON "fee_payment"
  FOR EACH ROW EXECUTE FUNCTION fee_payment_keep();
