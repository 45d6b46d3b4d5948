CREATE TABLE "sign_in_link" (
    "id" UUID NOT NULL,
    "personId" UUID,
    "fingerprint" TEXT NOT NULL,
    "next" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),
    "requestFingerprint" TEXT,
    "codeFingerprint" TEXT,
    "codeTries" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "sign_in_link_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "second_factor" (
    "personId" UUID NOT NULL,
    "sealedSecret" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "confirmedAt" TIMESTAMPTZ(3),
    "lastTimeStep" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "second_factor_pkey" PRIMARY KEY ("personId")
);

CREATE TABLE "recovery_code" (
    "fingerprint" TEXT NOT NULL,
    "personId" UUID NOT NULL,

    CONSTRAINT "recovery_code_pkey" PRIMARY KEY ("fingerprint")
);

CREATE UNIQUE INDEX "sign_in_link_fingerprint_key" ON "sign_in_link"("fingerprint");
CREATE UNIQUE INDEX "sign_in_link_requestFingerprint_key" ON "sign_in_link"("requestFingerprint");
CREATE INDEX "sign_in_link_personId_idx" ON "sign_in_link"("personId");
CREATE INDEX "sign_in_link_expiresAt_idx" ON "sign_in_link"("expiresAt");
CREATE INDEX "recovery_code_personId_idx" ON "recovery_code"("personId");

ALTER TABLE "sign_in_link" ADD CONSTRAINT "sign_in_link_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "second_factor" ADD CONSTRAINT "second_factor_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "recovery_code" ADD CONSTRAINT "recovery_code_personId_fkey" FOREIGN KEY ("personId") REFERENCES "second_factor"("personId") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "sign_in_link"
  ADD CONSTRAINT sign_in_link_lasts_two_weeks_at_most
    CHECK ("expiresAt" > "createdAt" AND "expiresAt" <= "createdAt" + interval '14 days'),
  ADD CONSTRAINT sign_in_link_stays_here CHECK (next LIKE '/%' AND next NOT LIKE '//%'),
  ADD CONSTRAINT sign_in_link_code_for_who_asked
    CHECK (("requestFingerprint" IS NULL) = ("codeFingerprint" IS NULL)),
  ADD CONSTRAINT sign_in_link_code_tries_few CHECK ("codeTries" BETWEEN 0 AND 3);

ALTER TABLE "session"
  ADD COLUMN "lastUsedOn" DATE NOT NULL DEFAULT CURRENT_TIMESTAMP,
  ADD COLUMN "provenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  ADD COLUMN "factorAt" TIMESTAMPTZ(3);
