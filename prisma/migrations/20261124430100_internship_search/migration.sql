-- Offers are found by words, as members are, and looked out for by mail.

-- What somebody typed, understood once for every list: `every` word, or `any_word` of them. Each word is a
-- prefix of a stem; one that nothing begins with is replaced by the most similar one, and `corrected` says so.
-- All are null when nothing searchable was typed.
CREATE FUNCTION words_query(typed text, OUT every tsquery, OUT any_word tsquery, OUT corrected text)
LANGUAGE plpgsql STABLE AS $$
DECLARE
  token text; root text; similar_word text; piece tsquery;
  kept text[] := '{}'; was_misspelt boolean := false;
BEGIN
  FOR token IN
    SELECT t FROM regexp_split_to_table(public.plain(typed), '[^a-z0-9]+') WITH ORDINALITY AS r(t, n)
     WHERE length(t) >= 2 ORDER BY n LIMIT 12
  LOOP
    root := (tsvector_to_array(to_tsvector('public.fr', token)))[1];
    CONTINUE WHEN root IS NULL; -- a stop word
    IF length(token) >= 4
       AND NOT EXISTS (SELECT 1 FROM public.search_word w WHERE w.stem ^@ root) THEN
      SELECT w.word INTO similar_word FROM public.search_word w
       WHERE w.word % token ORDER BY similarity(w.word, token) DESC, w.word LIMIT 1;
      IF FOUND THEN
        token := similar_word;
        was_misspelt := true;
        root := (tsvector_to_array(to_tsvector('public.fr', token)))[1];
      END IF;
    END IF;
    kept := kept || token;
    -- Two letters are a word of their own ("PC"), not the beginning of hundreds.
    piece := (quote_literal(root) || CASE WHEN length(root) >= 3 THEN ':*' ELSE '' END)::tsquery;
    every := CASE WHEN every IS NULL THEN piece ELSE every && piece END;
    any_word := CASE WHEN any_word IS NULL THEN piece ELSE any_word || piece END;
  END LOOP;
  IF was_misspelt THEN corrected := array_to_string(kept, ' '); END IF;
END $$;

CREATE OR REPLACE FUNCTION directory_query(typed text, OUT query tsquery, OUT corrected text, OUT "isPartial" boolean)
LANGUAGE plpgsql STABLE AS $$
DECLARE any_word tsquery;
BEGIN
  SELECT w.every, w.any_word, w.corrected INTO query, any_word, corrected FROM public.words_query(typed) w;
  "isPartial" := NOT EXISTS (SELECT 1 FROM public.structure s WHERE s.search @@ query AND s.status = 'active');
  IF "isPartial" THEN query := any_word; END IF;
END $$;

-- All words, or any of them where no open offer has them all.
CREATE FUNCTION internship_query(typed text, OUT query tsquery, OUT corrected text)
LANGUAGE plpgsql STABLE AS $$
DECLARE any_word tsquery;
BEGIN
  SELECT w.every, w.any_word, w.corrected INTO query, any_word, corrected FROM public.words_query(typed) w;
  IF NOT EXISTS (SELECT 1 FROM public.internship i
                  WHERE i.search @@ query AND i."publishedAt" IS NOT NULL AND i."closedAt" IS NULL AND i."applyBefore" >= current_date) THEN
    query := any_word;
  END IF;
END $$;

-- The levels as people write them.
CREATE FUNCTION internship_level_words(levels internship_level[]) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (SELECT string_agg(CASE l
    WHEN 'bts' THEN 'BTS'
    WHEN 'but1' THEN 'BUT 1 première année'
    WHEN 'but2' THEN 'BUT 2 deuxième année'
    WHEN 'but3' THEN 'BUT 3 troisième année'
    WHEN 'licence' THEN 'licence'
    WHEN 'licence_pro' THEN 'licence professionnelle'
    WHEN 'master' THEN 'master'
    WHEN 'engineering' THEN 'école ingénieurs'
  END, ' . ') FROM unnest(levels) l);

-- Weights: A the title, B skills, diplomas and town, C who, which trade and the skills' other names, D missions.
CREATE FUNCTION internship_document(i "internship") RETURNS tsvector LANGUAGE sql STABLE AS $$
  SELECT setweight(to_tsvector('public.fr', i.title), 'A')
    || setweight(to_tsvector('public.fr', concat_ws(' . ', array_to_string(i.skills, ' . '), array_to_string(i.curricula, ' . '),
         public.internship_level_words(i.levels), (SELECT c.name FROM public.commune c WHERE c.insee = i."communeInsee"))), 'B')
    || setweight(to_tsvector('public.fr', concat_ws(' . ', (SELECT s.name FROM public.structure s WHERE s.id = i."structureId"),
         (SELECT c.name FROM public.commission c WHERE c.id = i."commissionId"),
         (SELECT string_agg(array_to_string(k.synonyms[1:8], ' . '), ' . ') FROM public.skill k WHERE k.label = ANY (i.skills)))), 'C')
    || setweight(to_tsvector('public.fr', i.missions), 'D')
$$;

ALTER TABLE "internship" ADD COLUMN "search" tsvector;

CREATE FUNCTION internship_set_search() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.search := public.internship_document(NEW);
  RETURN NEW;
END $$;
CREATE TRIGGER internship_set_search BEFORE INSERT OR UPDATE ON "internship"
  FOR EACH ROW EXECUTE FUNCTION internship_set_search();
UPDATE "internship" SET "search" = NULL;
CREATE INDEX internship_search ON "internship" USING gin ("search");

-- A structure that takes another name is found by it.
CREATE FUNCTION internship_search_touch() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE public.internship SET search = NULL WHERE "structureId" = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER internship_search_touch AFTER UPDATE OF name ON "structure"
  FOR EACH ROW WHEN (OLD.name IS DISTINCT FROM NEW.name) EXECUTE FUNCTION internship_search_touch();

CREATE FUNCTION internship_add_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM public.search_words_add(string_agg(concat_ws(' ', n.title, array_to_string(n.skills, ' '), array_to_string(n.curricula, ' '), n.missions), ' ')) FROM new_rows n;
  RETURN NULL;
END $$;
CREATE TRIGGER internship_add_words_insert AFTER INSERT ON "internship"
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION internship_add_words();
CREATE TRIGGER internship_add_words_update AFTER UPDATE ON "internship"
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION internship_add_words();
SELECT public.search_words_add(string_agg(concat_ws(' ', i.title, array_to_string(i.skills, ' '), i.missions), ' ')) FROM "internship" i;

-- From when on an offer is everybody's: the day after the schools that saw it first.
CREATE FUNCTION internship_public_since(i "internship") RETURNS timestamptz LANGUAGE sql STABLE
RETURN greatest(i."publishedAt", ((i."shownFirstUntil" + 1)::timestamp AT TIME ZONE 'Europe/Paris'));

CREATE TABLE "internship_alert" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "search" TEXT NOT NULL,
    "requestedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "confirmedAt" TIMESTAMPTZ(3),

    CONSTRAINT "internship_alert_pkey" PRIMARY KEY ("id"),
    CONSTRAINT internship_alert_folded CHECK ("email" = lower("email")),
    CONSTRAINT internship_alert_search_shape CHECK (length("search") <= 1000)
);
CREATE UNIQUE INDEX "internship_alert_email_search_key" ON "internship_alert"("email", "search");
CREATE INDEX "internship_alert_confirmedAt_idx" ON "internship_alert"("confirmedAt");

CREATE TABLE "internship_alert_sending" (
    "alertId" UUID NOT NULL,
    "internshipId" UUID NOT NULL,
    "sentAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "internship_alert_sending_pkey" PRIMARY KEY ("alertId", "internshipId")
);
CREATE INDEX "internship_alert_sending_internshipId_idx" ON "internship_alert_sending"("internshipId");
ALTER TABLE "internship_alert_sending"
  ADD CONSTRAINT "internship_alert_sending_alertId_fkey" FOREIGN KEY ("alertId") REFERENCES "internship_alert"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  ADD CONSTRAINT "internship_alert_sending_internshipId_fkey" FOREIGN KEY ("internshipId") REFERENCES "internship"("id") ON DELETE CASCADE ON UPDATE CASCADE;
