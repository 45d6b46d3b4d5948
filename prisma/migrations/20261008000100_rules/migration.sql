-- What the schema language cannot say. Each rule is named: the name becomes the message.

-- Case and accents folded: how names are compared everywhere.
CREATE FUNCTION plain(text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
RETURN lower(public.unaccent('public.unaccent'::regdictionary, $1));

-- A period of days, both ends included; no end: for ever.
CREATE FUNCTION days(first_day date, last_day date) RETURNS daterange LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN daterange(first_day, last_day, '[]');

ALTER TABLE "club"
  ADD CONSTRAINT club_is_one CHECK (id = 1);

ALTER TABLE "commune"
  ADD CONSTRAINT commune_on_earth CHECK (latitude BETWEEN -90 AND 90 AND longitude BETWEEN -180 AND 180);

ALTER TABLE "person"
  ADD CONSTRAINT person_email_folded CHECK (email = lower(email) AND email LIKE '%_@_%'),
  ADD CONSTRAINT person_has_a_name CHECK (btrim("firstName") <> '' AND btrim("lastName") <> '');

ALTER TABLE "affiliation"
  ADD CONSTRAINT affiliation_in_order CHECK ("endsOn" >= "startsOn"),
  ADD CONSTRAINT affiliation_no_overlap EXCLUDE USING gist
    ("personId" WITH =, "structureId" WITH =, days("startsOn", "endsOn") WITH &&);

ALTER TABLE "session"
  ADD CONSTRAINT session_in_order CHECK ("expiresAt" > "createdAt");

ALTER TABLE "structure"
  ADD CONSTRAINT structure_has_a_name CHECK (btrim(name) <> ''),
  ADD CONSTRAINT structure_slug_shape CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  ADD CONSTRAINT structure_siret_shape CHECK (siret ~ '^[0-9]{14}$'),
  ADD CONSTRAINT structure_postal_code_shape CHECK ("postalCode" ~ '^[0-9]{5}$'),
  ADD CONSTRAINT structure_website_shape CHECK (website ~ '^https?://'),
  ADD CONSTRAINT structure_city_with_slug CHECK ((city IS NULL) = ("citySlug" IS NULL));

-- Without a SIRET, the name and the postal code tell structures apart.
CREATE UNIQUE INDEX structure_known_by_name ON "structure" (plain(name), coalesce("postalCode", ''))
  WHERE siret IS NULL;

ALTER TABLE "structure_skill"
  ADD CONSTRAINT structure_skill_one_label CHECK (num_nonnulls("skillId", "ownLabel") = 1),
  ADD CONSTRAINT structure_skill_own_label_filled CHECK (btrim("ownLabel") <> '');
CREATE UNIQUE INDEX structure_skill_own_label_once ON "structure_skill" ("structureId", plain("ownLabel"));

ALTER TABLE "structure_reference"
  ADD CONSTRAINT structure_reference_year CHECK (year BETWEEN 1980 AND 2100);

-- A commission has one lead at a time, the board one president, one treasurer, one secretary.
ALTER TABLE "mandate"
  ADD CONSTRAINT mandate_in_order CHECK ("endsOn" >= "startsOn"),
  ADD CONSTRAINT mandate_commission CHECK ((function IN ('lead', 'deputy')) = ("commissionId" IS NOT NULL)),
  ADD CONSTRAINT mandate_one_lead EXCLUDE USING gist
    ("commissionId" WITH =, days("startsOn", "endsOn") WITH &&) WHERE (function = 'lead'),
  ADD CONSTRAINT mandate_one_officer EXCLUDE USING gist
    (function WITH =, days("startsOn", "endsOn") WITH &&)
    WHERE (function IN ('president', 'treasurer', 'secretary')),
  ADD CONSTRAINT mandate_not_twice EXCLUDE USING gist
    ("personId" WITH =, function WITH =, (coalesce("commissionId", "personId")) WITH =, days("startsOn", "endsOn") WITH &&);

ALTER TABLE "event"
  ADD CONSTRAINT event_in_order CHECK ("endsAt" > "startsAt"),
  ADD CONSTRAINT event_sequence_grows CHECK (sequence >= 0),
  ADD CONSTRAINT event_slug_shape CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  ADD CONSTRAINT event_commission CHECK (kind <> 'commission_meeting' OR "commissionId" IS NOT NULL);

ALTER TABLE "agenda_item"
  ADD CONSTRAINT agenda_item_duration CHECK ("durationMinutes" BETWEEN 1 AND 480);

ALTER TABLE "decision"
  ADD CONSTRAINT decision_number_shape CHECK (number ~ '^[0-9]{4}-[A-Z]{2,6}-[0-9]{3}$'),
  ADD CONSTRAINT decision_not_its_own_successor CHECK ("supersededById" <> id);

ALTER TABLE "room"
  ADD CONSTRAINT room_capacity CHECK (capacity > 0);

-- Touching is allowed: a room freed at 18:00 can be taken at 18:00.
ALTER TABLE "room_booking"
  ADD CONSTRAINT room_booking_in_order CHECK ("endsAt" > "startsAt"),
  ADD CONSTRAINT room_booking_no_overlap EXCLUDE USING gist
    ("roomId" WITH =, tstzrange("startsAt", "endsAt", '[)') WITH &&) WHERE (state IN ('requested', 'confirmed'));

ALTER TABLE "news_post"
  ADD CONSTRAINT news_post_slug_shape CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$');

-- An internship lasts 924 hours present at most (code de l'éducation, art. L124-5 and D124-6).
ALTER TABLE "internship"
  ADD CONSTRAINT internship_slug_shape CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  ADD CONSTRAINT internship_length CHECK (weeks >= 1 AND "hoursPerWeek" BETWEEN 1 AND 35 AND weeks * "hoursPerWeek" <= 924),
  ADD CONSTRAINT internship_remote_share CHECK ("remotePercent" BETWEEN 0 AND 100),
  ADD CONSTRAINT internship_places CHECK (places >= 1),
  ADD CONSTRAINT internship_stipend CHECK ("hourlyStipendCents" > 0),
  ADD CONSTRAINT internship_closed_after_published CHECK ("closedAt" IS NULL OR "publishedAt" IS NOT NULL);

ALTER TABLE "expectation"
  ADD CONSTRAINT expectation_has_a_title CHECK (btrim(title) <> '');

ALTER TABLE "need"
  ADD CONSTRAINT need_has_words CHECK (btrim(text) <> '');

ALTER TABLE "introduction"
  ADD CONSTRAINT introduction_answered CHECK ((state = 'waiting') = ("answeredAt" IS NULL));

ALTER TABLE "consortium_member"
  ADD CONSTRAINT consortium_member_share CHECK ("shareBasisPoints" BETWEEN 1 AND 10000);

ALTER TABLE "skill_exchange"
  ADD CONSTRAINT skill_exchange_hours CHECK (hours > 0);

ALTER TABLE "fee_call"
  ADD CONSTRAINT fee_call_amount CHECK ("amountCents" >= 0),
  ADD CONSTRAINT fee_call_in_order CHECK ("dueOn" >= "calledOn");

ALTER TABLE "fee_payment"
  ADD CONSTRAINT fee_payment_amount CHECK ("amountCents" > 0);

ALTER TABLE "throttle"
  ADD CONSTRAINT throttle_counts CHECK (count > 0);

-- A renamed page keeps its old address: the new slug may not be one that somebody else left behind,
-- and the old one is kept. The argument is the kind under which `former_slug` files it.
CREATE FUNCTION keep_former_slug() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    DELETE FROM public.former_slug f WHERE f.kind = TG_ARGV[0] AND f."subjectId" = OLD.id;
    RETURN OLD;
  END IF;
  IF TG_OP = 'UPDATE' AND NEW.slug = OLD.slug THEN
    RETURN NEW;
  END IF;
  DELETE FROM public.former_slug f WHERE f.kind = TG_ARGV[0] AND f.slug = NEW.slug AND f."subjectId" = NEW.id;
  IF EXISTS (SELECT 1 FROM public.former_slug f WHERE f.kind = TG_ARGV[0] AND f.slug = NEW.slug) THEN
    -- The driver loses the CONSTRAINT field of a raised error, so the name is in the text.
    RAISE EXCEPTION 'violates unique constraint "former_slug_taken"' USING ERRCODE = 'unique_violation';
  END IF;
  IF TG_OP = 'UPDATE' THEN
    INSERT INTO public.former_slug (kind, slug, "subjectId") VALUES (TG_ARGV[0], OLD.slug, NEW.id);
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER keep_former_slug BEFORE INSERT OR UPDATE OF slug OR DELETE ON "structure"
  FOR EACH ROW EXECUTE FUNCTION keep_former_slug('structure');
CREATE TRIGGER keep_former_slug BEFORE INSERT OR UPDATE OF slug OR DELETE ON "event"
  FOR EACH ROW EXECUTE FUNCTION keep_former_slug('event');
CREATE TRIGGER keep_former_slug BEFORE INSERT OR UPDATE OF slug OR DELETE ON "internship"
  FOR EACH ROW EXECUTE FUNCTION keep_former_slug('internship');
CREATE TRIGGER keep_former_slug BEFORE INSERT OR UPDATE OF slug OR DELETE ON "news_post"
  FOR EACH ROW EXECUTE FUNCTION keep_former_slug('news_post');

-- Decisions and the audit log are history.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'violates check constraint "%_is_history"', TG_TABLE_NAME USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER audit_entry_is_history BEFORE UPDATE OR DELETE ON "audit_entry"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER decision_is_history BEFORE DELETE ON "decision"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
