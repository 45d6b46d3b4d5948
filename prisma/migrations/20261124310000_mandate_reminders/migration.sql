-- Who was told that a mandate ends: once for each last day.
CREATE TABLE "mandate_reminder" (
    "mandateId" UUID NOT NULL,
    "endsOn" DATE NOT NULL,
    "sentOn" DATE NOT NULL,

    CONSTRAINT "mandate_reminder_once" PRIMARY KEY ("mandateId", "endsOn")
);
ALTER TABLE "mandate_reminder" ADD CONSTRAINT "mandate_reminder_mandateId_fkey" FOREIGN KEY ("mandateId") REFERENCES "mandate"("id") ON DELETE CASCADE ON UPDATE CASCADE;
