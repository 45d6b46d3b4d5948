CREATE TYPE "field_visibility" AS ENUM ('hidden', 'members', 'public');
CREATE TYPE "audience_kind" AS ENUM ('view', 'card', 'website');

ALTER TABLE "structure"
  ADD COLUMN "emailVisibility" "field_visibility" NOT NULL DEFAULT 'public',
  ADD COLUMN "phoneVisibility" "field_visibility" NOT NULL DEFAULT 'public',
  ADD COLUMN "peopleVisibility" "field_visibility" NOT NULL DEFAULT 'public',
  ADD COLUMN "logoKey" TEXT;

-- Nobody is named in public before they say so.
ALTER TABLE "affiliation" ADD COLUMN "visibility" "field_visibility" NOT NULL DEFAULT 'hidden';

CREATE TABLE "audience_day" (
    "structureId" UUID NOT NULL,
    "day" DATE NOT NULL,
    "kind" "audience_kind" NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "audience_day_pkey" PRIMARY KEY ("structureId", "day", "kind")
);
ALTER TABLE "audience_day" ADD CONSTRAINT "audience_day_structureId_fkey" FOREIGN KEY ("structureId") REFERENCES "structure"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "audience_day" ADD CONSTRAINT audience_day_counts CHECK (count > 0);

-- The page of a structure names its people.
CREATE TRIGGER page_cache AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "affiliation"
  FOR EACH STATEMENT EXECUTE FUNCTION page_cache_notify();
