-- The directory's search: French full text without accents, words corrected by trigrams.

CREATE TEXT SEARCH CONFIGURATION public.fr (COPY = pg_catalog.french);
ALTER TEXT SEARCH CONFIGURATION public.fr
  ALTER MAPPING FOR asciiword, word, asciihword, hword, hword_asciipart, hword_part WITH public.unaccent, pg_catalog.french_stem;

-- The trade as buyers call it, so that "agence web" or "école" finds by kind.
CREATE FUNCTION structure_kind_words(kind structure_kind) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE kind
  WHEN 'reseller' THEN 'revendeur informatique matériel'
  WHEN 'service' THEN 'société de services informatiques ESN prestataire'
  WHEN 'editor' THEN 'éditeur de logiciels'
  WHEN 'agency' THEN 'agence web communication'
  WHEN 'school' THEN 'école formation enseignement'
END;

-- Weights: A its name, B skills and town, C trade, commissions and the buyers' words for its skills, D description.
CREATE FUNCTION structure_document(s "structure") RETURNS tsvector LANGUAGE sql STABLE AS $$
  SELECT setweight(to_tsvector('public.fr', s.name), 'A')
    || setweight(to_tsvector('public.fr', concat_ws(' ', s.city,
         (SELECT string_agg(coalesce(k.label, l."ownLabel"), ' . ' ORDER BY l.position)
            FROM public.structure_skill l LEFT JOIN public.skill k ON k.id = l."skillId"
           WHERE l."structureId" = s.id))), 'B')
    || setweight(to_tsvector('public.fr', concat_ws(' ', public.structure_kind_words(s.kind),
         (SELECT string_agg(c.name, ' . ' ORDER BY c.position)
            FROM public.commission_member m JOIN public.commission c ON c.id = m."commissionId"
           WHERE m."structureId" = s.id),
         (SELECT string_agg(array_to_string(k.synonyms, ' . '), ' . ' ORDER BY l.position)
            FROM public.structure_skill l JOIN public.skill k ON k.id = l."skillId"
           WHERE l."structureId" = s.id))), 'C')
    || setweight(to_tsvector('public.fr', s.description), 'D')
$$;

CREATE FUNCTION structure_set_search() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.search := public.structure_document(NEW);
  RETURN NEW;
END $$;
CREATE TRIGGER structure_set_search BEFORE INSERT OR UPDATE ON "structure"
  FOR EACH ROW EXECUTE FUNCTION structure_set_search();

-- The text also comes from other tables: a change there writes the structures concerned again.
-- An UPDATE that changes nothing but fires the trigger above is all it takes.
CREATE FUNCTION structure_search_touch() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE public.structure s SET search = NULL
   WHERE s.id IN (SELECT DISTINCT "structureId" FROM changed) ;
  RETURN NULL;
END $$;
CREATE TRIGGER structure_search_insert AFTER INSERT ON "structure_skill"
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION structure_search_touch();
CREATE TRIGGER structure_search_update AFTER UPDATE ON "structure_skill"
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION structure_search_touch();
CREATE TRIGGER structure_search_delete AFTER DELETE ON "structure_skill"
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION structure_search_touch();
CREATE TRIGGER structure_search_insert AFTER INSERT ON "commission_member"
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION structure_search_touch();
CREATE TRIGGER structure_search_delete AFTER DELETE ON "commission_member"
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION structure_search_touch();

CREATE FUNCTION structure_search_touch_by_skill() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE public.structure s SET search = NULL
   WHERE s.id IN (SELECT l."structureId" FROM public.structure_skill l JOIN changed c ON c.id = l."skillId");
  RETURN NULL;
END $$;
CREATE TRIGGER structure_search_update AFTER UPDATE ON "skill"
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION structure_search_touch_by_skill();

-- Every word that can be found, with its stem. Words are only ever added: one that no longer
-- occurs costs nothing but a correction that finds nothing. Sorted, so that two writers of the
-- same words wait for each other instead of deadlocking.
CREATE FUNCTION search_words_add(texts text) RETURNS void LANGUAGE sql AS $$
  INSERT INTO public.search_word (word, stem)
  SELECT w, coalesce((tsvector_to_array(to_tsvector('public.fr', w)))[1], '')
    FROM (SELECT DISTINCT regexp_split_to_table(public.plain(texts), '[^a-z0-9]+') AS w) words
   WHERE length(w) BETWEEN 3 AND 40 AND to_tsvector('public.fr', w) <> ''::tsvector
   ORDER BY w
  ON CONFLICT (word) DO NOTHING
$$;

CREATE FUNCTION structure_add_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM public.search_words_add(string_agg(concat_ws(' ', n.name, n.city, public.structure_kind_words(n.kind), n.description), ' ')) FROM new_rows n;
  RETURN NULL;
END $$;
CREATE TRIGGER structure_add_words_insert AFTER INSERT ON "structure"
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION structure_add_words();
CREATE TRIGGER structure_add_words_update AFTER UPDATE ON "structure"
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION structure_add_words();

CREATE FUNCTION skill_add_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM public.search_words_add(string_agg(concat_ws(' ', n.label, array_to_string(n.synonyms, ' ')), ' ')) FROM new_rows n;
  RETURN NULL;
END $$;
CREATE TRIGGER skill_add_words_insert AFTER INSERT ON "skill"
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION skill_add_words();
CREATE TRIGGER skill_add_words_update AFTER UPDATE ON "skill"
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION skill_add_words();

CREATE FUNCTION structure_skill_add_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM public.search_words_add(string_agg(n."ownLabel", ' ')) FROM new_rows n WHERE n."ownLabel" IS NOT NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER structure_skill_add_words AFTER INSERT ON "structure_skill"
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION structure_skill_add_words();

-- What somebody typed → what to look for. Each word is a prefix of a stem; a word that nothing in
-- the directory begins with is replaced by the most similar one (and `corrected` says so). All
-- words must be found; when no active structure has them all, any of them counts.
-- `query` is null when nothing searchable was typed.
CREATE FUNCTION directory_query(typed text, OUT query tsquery, OUT corrected text)
LANGUAGE plpgsql STABLE AS $$
DECLARE
  token text; root text; similar_word text; piece tsquery;
  any_word tsquery; kept text[] := '{}'; was_misspelt boolean := false;
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
    query := CASE WHEN query IS NULL THEN piece ELSE query && piece END;
    any_word := CASE WHEN any_word IS NULL THEN piece ELSE any_word || piece END;
  END LOOP;
  IF cardinality(kept) > 1
     AND NOT EXISTS (SELECT 1 FROM public.structure s WHERE s.search @@ query AND s.status = 'active') THEN
    query := any_word;
  END IF;
  IF was_misspelt THEN corrected := array_to_string(kept, ' '); END IF;
END $$;

-- Seven shuffles of the directory, one per weekday, each an index: every day has its own order,
-- the same for everybody, and a page costs the same wherever it lies. Where the round begins
-- changes each day too, so that no member is always the first of a Monday.
CREATE FUNCTION shuffle_key(id uuid, weekday integer) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
RETURN hashtextextended(id::text, weekday);
CREATE INDEX structure_shuffle_1 ON "structure" (shuffle_key(id, 1), id) WHERE status = 'active';
CREATE INDEX structure_shuffle_2 ON "structure" (shuffle_key(id, 2), id) WHERE status = 'active';
CREATE INDEX structure_shuffle_3 ON "structure" (shuffle_key(id, 3), id) WHERE status = 'active';
CREATE INDEX structure_shuffle_4 ON "structure" (shuffle_key(id, 4), id) WHERE status = 'active';
CREATE INDEX structure_shuffle_5 ON "structure" (shuffle_key(id, 5), id) WHERE status = 'active';
CREATE INDEX structure_shuffle_6 ON "structure" (shuffle_key(id, 6), id) WHERE status = 'active';
CREATE INDEX structure_shuffle_7 ON "structure" (shuffle_key(id, 7), id) WHERE status = 'active';
