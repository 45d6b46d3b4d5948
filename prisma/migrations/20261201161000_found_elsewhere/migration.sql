-- A student who found an internship outside the club looks no more: their school knows, and wakes them no longer.
ALTER TABLE "student" ADD COLUMN "foundElsewhereAt" TIMESTAMPTZ(3);
