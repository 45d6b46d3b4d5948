CREATE TYPE "membership_opinion" AS ENUM ('favourable', 'opposed', 'abstains');

CREATE TYPE "membership_outcome" AS ENUM ('accepted', 'refused', 'withdrawn');

CREATE TYPE "prospect_state" AS ENUM ('to_contact', 'contacted', 'interested', 'invited', 'applied', 'member', 'not_interested');

CREATE TABLE "membership_application" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "legalName" TEXT NOT NULL,
    "tradeName" TEXT,
    "kind" "structure_kind" NOT NULL,
    "siret" TEXT,
    "address" TEXT,
    "city" TEXT NOT NULL,
    "postalCode" TEXT NOT NULL,
    "website" TEXT,
    "phone" TEXT,
    "description" TEXT NOT NULL,
    "motivation" TEXT NOT NULL,
    "ownSkills" TEXT[],
    "noticeRead" TEXT NOT NULL,
    "submittedAt" TIMESTAMPTZ(3) NOT NULL,
    "confirmedAt" TIMESTAMPTZ(3),
    "invitationId" UUID,

    CONSTRAINT "membership_application_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "membership_applicant" (
    "id" UUID NOT NULL,
    "applicationId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "firstName" TEXT NOT NULL,
    "lastName" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "function" TEXT NOT NULL,

    CONSTRAINT "membership_applicant_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "membership_skill" (
    "applicationId" UUID NOT NULL,
    "skillId" UUID NOT NULL,

    CONSTRAINT "membership_skill_pkey" PRIMARY KEY ("applicationId","skillId")
);

CREATE TABLE "membership_commission" (
    "applicationId" UUID NOT NULL,
    "commissionId" UUID NOT NULL,

    CONSTRAINT "membership_commission_pkey" PRIMARY KEY ("applicationId","commissionId")
);

CREATE TABLE "membership_question" (
    "id" UUID NOT NULL,
    "applicationId" UUID NOT NULL,
    "askedById" UUID,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "text" TEXT NOT NULL,
    "answer" TEXT,
    "answeredAt" TIMESTAMPTZ(3),

    CONSTRAINT "membership_question_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "membership_comment" (
    "id" UUID NOT NULL,
    "applicationId" UUID NOT NULL,
    "authorId" UUID,
    "writtenAt" TIMESTAMPTZ(3) NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "membership_comment_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "membership_vote" (
    "applicationId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "opinion" "membership_opinion" NOT NULL,
    "castAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "membership_vote_pkey" PRIMARY KEY ("applicationId","personId")
);

CREATE TABLE "membership_closure" (
    "applicationId" UUID NOT NULL,
    "outcome" "membership_outcome" NOT NULL,
    "closedAt" TIMESTAMPTZ(3) NOT NULL,
    "closedById" UUID,
    "reason" TEXT,
    "structureId" UUID,
    "erasesOn" DATE NOT NULL,

    CONSTRAINT "membership_closure_pkey" PRIMARY KEY ("applicationId")
);

CREATE TABLE "prospect" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "structure_kind",
    "activity" TEXT,
    "city" TEXT,
    "citySlug" TEXT,
    "postalCode" TEXT,
    "siret" TEXT,
    "website" TEXT,
    "email" TEXT,
    "phone" TEXT,
    "addedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "state" "prospect_state" NOT NULL DEFAULT 'to_contact',

    CONSTRAINT "prospect_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "prospect_entry" (
    "id" UUID NOT NULL,
    "prospectId" UUID NOT NULL,
    "state" "prospect_state",
    "note" TEXT NOT NULL DEFAULT '',
    "writtenAt" TIMESTAMPTZ(3) NOT NULL,
    "authorId" UUID,

    CONSTRAINT "prospect_entry_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "prospect_acquaintance" (
    "prospectId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "prospect_acquaintance_pkey" PRIMARY KEY ("prospectId","personId")
);

CREATE TABLE "prospect_invitation" (
    "id" UUID NOT NULL,
    "prospectId" UUID NOT NULL,
    "invitedById" UUID,
    "toAddress" TEXT NOT NULL,
    "toName" TEXT NOT NULL,
    "sentAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "prospect_invitation_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "membership_application_number_key" ON "membership_application"("number");
CREATE INDEX "membership_application_siret_idx" ON "membership_application"("siret");
CREATE INDEX "membership_application_invitationId_idx" ON "membership_application"("invitationId");
CREATE INDEX "membership_application_confirmedAt_idx" ON "membership_application"("confirmedAt");
CREATE INDEX "membership_applicant_email_idx" ON "membership_applicant"("email");
CREATE UNIQUE INDEX "membership_applicant_position" ON "membership_applicant"("applicationId", "position");
CREATE INDEX "membership_skill_skillId_idx" ON "membership_skill"("skillId");
CREATE INDEX "membership_commission_commissionId_idx" ON "membership_commission"("commissionId");
CREATE INDEX "membership_question_applicationId_idx" ON "membership_question"("applicationId");
CREATE INDEX "membership_question_askedById_idx" ON "membership_question"("askedById");
CREATE INDEX "membership_comment_applicationId_idx" ON "membership_comment"("applicationId");
CREATE INDEX "membership_comment_authorId_idx" ON "membership_comment"("authorId");
CREATE INDEX "membership_vote_personId_idx" ON "membership_vote"("personId");
CREATE INDEX "membership_closure_closedById_idx" ON "membership_closure"("closedById");
CREATE INDEX "membership_closure_structureId_idx" ON "membership_closure"("structureId");
CREATE INDEX "membership_closure_outcome_closedAt_idx" ON "membership_closure"("outcome", "closedAt");
CREATE INDEX "membership_closure_erasesOn_idx" ON "membership_closure"("erasesOn");
CREATE UNIQUE INDEX "prospect_siret_key" ON "prospect"("siret");
CREATE INDEX "prospect_citySlug_idx" ON "prospect"("citySlug");
CREATE INDEX "prospect_state_name_idx" ON "prospect"("state", "name");
CREATE INDEX "prospect_entry_prospectId_writtenAt_idx" ON "prospect_entry"("prospectId", "writtenAt");
CREATE INDEX "prospect_entry_authorId_idx" ON "prospect_entry"("authorId");
CREATE INDEX "prospect_acquaintance_personId_idx" ON "prospect_acquaintance"("personId");
CREATE INDEX "prospect_invitation_invitedById_idx" ON "prospect_invitation"("invitedById");
CREATE UNIQUE INDEX "prospect_invitation_once" ON "prospect_invitation"("prospectId", "toAddress");

ALTER TABLE "membership_application" ADD CONSTRAINT "membership_application_invitationId_fkey" FOREIGN KEY ("invitationId") REFERENCES "prospect_invitation"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "membership_applicant" ADD CONSTRAINT "membership_applicant_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "membership_application"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "membership_skill" ADD CONSTRAINT "membership_skill_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "membership_application"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "membership_skill" ADD CONSTRAINT "membership_skill_skillId_fkey" FOREIGN KEY ("skillId") REFERENCES "skill"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "membership_commission" ADD CONSTRAINT "membership_commission_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "membership_application"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "membership_commission" ADD CONSTRAINT "membership_commission_commissionId_fkey" FOREIGN KEY ("commissionId") REFERENCES "commission"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "membership_question" ADD CONSTRAINT "membership_question_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "membership_application"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "membership_question" ADD CONSTRAINT "membership_question_askedById_fkey" FOREIGN KEY ("askedById") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "membership_comment" ADD CONSTRAINT "membership_comment_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "membership_application"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "membership_comment" ADD CONSTRAINT "membership_comment_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "membership_vote" ADD CONSTRAINT "membership_vote_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "membership_application"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "membership_vote" ADD CONSTRAINT "membership_vote_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "membership_closure" ADD CONSTRAINT "membership_closure_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "membership_application"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "membership_closure" ADD CONSTRAINT "membership_closure_closedById_fkey" FOREIGN KEY ("closedById") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "membership_closure" ADD CONSTRAINT "membership_closure_structureId_fkey" FOREIGN KEY ("structureId") REFERENCES "structure"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "prospect_entry" ADD CONSTRAINT "prospect_entry_prospectId_fkey" FOREIGN KEY ("prospectId") REFERENCES "prospect"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "prospect_entry" ADD CONSTRAINT "prospect_entry_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "prospect_acquaintance" ADD CONSTRAINT "prospect_acquaintance_prospectId_fkey" FOREIGN KEY ("prospectId") REFERENCES "prospect"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "prospect_acquaintance" ADD CONSTRAINT "prospect_acquaintance_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "prospect_invitation" ADD CONSTRAINT "prospect_invitation_prospectId_fkey" FOREIGN KEY ("prospectId") REFERENCES "prospect"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "prospect_invitation" ADD CONSTRAINT "prospect_invitation_invitedById_fkey" FOREIGN KEY ("invitedById") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "membership_application"
  ADD CONSTRAINT membership_application_named CHECK (btrim("legalName") <> ''),
  ADD CONSTRAINT membership_application_siret_shape CHECK (siret ~ '^[0-9]{14}$'),
  ADD CONSTRAINT membership_application_postal_code_shape CHECK ("postalCode" ~ '^[0-9]{5}$'),
  ADD CONSTRAINT membership_application_website_shape CHECK (website ~ '^https?://');

ALTER TABLE "membership_applicant"
  ADD CONSTRAINT membership_applicant_email_folded CHECK (email = lower(email) AND email LIKE '%_@_%'),
  ADD CONSTRAINT membership_applicant_has_a_name CHECK (btrim("firstName") <> '' AND btrim("lastName") <> ''),
  ADD CONSTRAINT membership_applicant_counted CHECK (position BETWEEN 0 AND 9);
CREATE UNIQUE INDEX "membership_applicant_once" ON "membership_applicant"("applicationId", "email");

ALTER TABLE "membership_question"
  ADD CONSTRAINT membership_question_filled CHECK (btrim(text) <> '' AND btrim(answer) <> ''),
  ADD CONSTRAINT membership_question_answered_when CHECK ((answer IS NULL) = ("answeredAt" IS NULL));

ALTER TABLE "membership_comment"
  ADD CONSTRAINT membership_comment_filled CHECK (btrim(text) <> '');

ALTER TABLE "membership_closure"
  ADD CONSTRAINT membership_refused_with_a_reason CHECK (outcome <> 'refused' OR btrim(reason) <> ''),
  ADD CONSTRAINT membership_closure_structure CHECK ("structureId" IS NULL OR outcome = 'accepted');

-- Nothing of an application moves any more once it is closed: votes and questions neither.
CREATE FUNCTION refuse_after_closure() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM public.membership_closure c WHERE c."applicationId" = NEW."applicationId") THEN
    -- The driver loses the CONSTRAINT field of a raised error, so the name is in the text.
    RAISE EXCEPTION 'violates check constraint "membership_application_open"' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER membership_application_open BEFORE INSERT OR UPDATE ON "membership_vote"
  FOR EACH ROW EXECUTE FUNCTION refuse_after_closure();
CREATE TRIGGER membership_application_open BEFORE INSERT OR UPDATE OF answer ON "membership_question"
  FOR EACH ROW EXECUTE FUNCTION refuse_after_closure();

ALTER TABLE "prospect"
  ADD CONSTRAINT prospect_has_a_name CHECK (btrim(name) <> ''),
  ADD CONSTRAINT prospect_siret_shape CHECK (siret ~ '^[0-9]{14}$'),
  ADD CONSTRAINT prospect_postal_code_shape CHECK ("postalCode" ~ '^[0-9]{5}$'),
  ADD CONSTRAINT prospect_website_shape CHECK (website ~ '^https?://'),
  ADD CONSTRAINT prospect_city_with_slug CHECK ((city IS NULL) = ("citySlug" IS NULL));

-- One line a company, with a SIRET or without: an import that is sent twice adds nothing.
CREATE UNIQUE INDEX prospect_known_by_name ON "prospect" (plain(name), coalesce("postalCode", ''));
CREATE INDEX prospect_name_similar ON "prospect" USING gin (plain(name) gin_trgm_ops);

ALTER TABLE "prospect_entry"
  ADD CONSTRAINT prospect_entry_says_something CHECK (state IS NOT NULL OR btrim(note) <> ''),
  ADD CONSTRAINT prospect_not_interested_with_a_reason CHECK (state <> 'not_interested' OR btrim(note) <> '');

ALTER TABLE "prospect_invitation"
  ADD CONSTRAINT prospect_invitation_address CHECK ("toAddress" = lower("toAddress") AND "toAddress" LIKE '%_@_%');

-- Where a prospect stands is what its last entry says: lists filter by it without reading the history.
CREATE FUNCTION keep_prospect_state() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE public.prospect SET state = NEW.state WHERE id = NEW."prospectId";
  RETURN NULL;
END $$;
CREATE TRIGGER keep_prospect_state AFTER INSERT ON "prospect_entry"
  FOR EACH ROW WHEN (NEW.state IS NOT NULL) EXECUTE FUNCTION keep_prospect_state();
