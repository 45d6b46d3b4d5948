CREATE TYPE "digest_rhythm" AS ENUM ('daily', 'weekly', 'never');

CREATE TABLE "notice" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "fact" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "digestedAt" TIMESTAMPTZ(3),

    CONSTRAINT "notice_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "notice_preference" (
    "personId" UUID NOT NULL,
    "rhythm" "digest_rhythm" NOT NULL,

    CONSTRAINT "notice_preference_pkey" PRIMARY KEY ("personId")
);

CREATE UNIQUE INDEX "notice_once" ON "notice"("personId", "fact");
CREATE INDEX "notice_personId_createdAt_idx" ON "notice"("personId", "createdAt");
CREATE INDEX "notice_digestedAt_idx" ON "notice"("digestedAt");

ALTER TABLE "notice" ADD CONSTRAINT "notice_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "notice_preference" ADD CONSTRAINT "notice_preference_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "notice"
  ADD CONSTRAINT notice_has_words CHECK (btrim(title) <> ''),
  ADD CONSTRAINT notice_stays_here CHECK (path ~ '^/([^/]|$)');
