-- What each structure can do, as search understands it: its skills, and what its own labels and its
-- description amount to. Derived: lib/search reads again whatever `structure_unread` names.

CREATE TYPE "topic_source" AS ENUM ('skill', 'label', 'text');

CREATE TABLE "structure_topic" (
    "structureId" UUID NOT NULL,
    "skillId" UUID NOT NULL,
    "source" "topic_source" NOT NULL,
    "weight" REAL NOT NULL,
    "evidence" TEXT NOT NULL,

    CONSTRAINT "structure_topic_pkey" PRIMARY KEY ("structureId","skillId"),
    CONSTRAINT structure_topic_weight_range CHECK (weight > 0 AND weight <= 1.5)
);
CREATE INDEX "structure_topic_skillId_weight_structureId_idx" ON "structure_topic" ("skillId", "weight" DESC, "structureId");

CREATE TABLE "structure_unread" (
    "structureId" UUID NOT NULL,

    CONSTRAINT "structure_unread_pkey" PRIMARY KEY ("structureId")
);

ALTER TABLE "structure_topic" ADD CONSTRAINT "structure_topic_structureId_fkey"
  FOREIGN KEY ("structureId") REFERENCES "structure"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "structure_topic" ADD CONSTRAINT "structure_topic_skillId_fkey"
  FOREIGN KEY ("skillId") REFERENCES "skill"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "structure_unread" ADD CONSTRAINT "structure_unread_structureId_fkey"
  FOREIGN KEY ("structureId") REFERENCES "structure"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- `search` holds every text of the structure: where it changes, there is something to read.
CREATE FUNCTION structure_mark_unread() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO public.structure_unread SELECT id FROM new_rows ORDER BY id ON CONFLICT DO NOTHING;
  ELSE
    INSERT INTO public.structure_unread
      SELECT n.id FROM new_rows n JOIN old_rows o USING (id)
       WHERE n.search IS DISTINCT FROM o.search ORDER BY id ON CONFLICT DO NOTHING;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER structure_mark_unread_insert AFTER INSERT ON "structure"
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION structure_mark_unread();
CREATE TRIGGER structure_mark_unread_update AFTER UPDATE ON "structure"
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION structure_mark_unread();

-- Other words for a skill change what everybody's labels amount to.
CREATE FUNCTION skill_mark_unread() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO public.structure_unread SELECT id FROM public.structure ORDER BY id ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER skill_mark_unread AFTER INSERT OR UPDATE OR DELETE ON "skill"
  FOR EACH STATEMENT EXECUTE FUNCTION skill_mark_unread();

INSERT INTO "structure_unread" SELECT id FROM "structure";

-- The search document holds the first of a skill's synonyms: the whole list, which is long, is for
-- understanding sentences, and would make every document resemble every other.
CREATE OR REPLACE FUNCTION structure_document(s "structure") RETURNS tsvector LANGUAGE sql STABLE AS $$
  SELECT setweight(to_tsvector('public.fr', s.name), 'A')
    || setweight(to_tsvector('public.fr', concat_ws(' ', s.city,
         (SELECT string_agg(coalesce(k.label, l."ownLabel"), ' . ' ORDER BY l.position)
            FROM public.structure_skill l LEFT JOIN public.skill k ON k.id = l."skillId"
           WHERE l."structureId" = s.id))), 'B')
    || setweight(to_tsvector('public.fr', concat_ws(' ', public.structure_kind_words(s.kind),
         (SELECT string_agg(c.name, ' . ' ORDER BY c.position)
            FROM public.commission_member m JOIN public.commission c ON c.id = m."commissionId"
           WHERE m."structureId" = s.id),
         (SELECT string_agg(array_to_string(k.synonyms[1:8], ' . '), ' . ' ORDER BY l.position)
            FROM public.structure_skill l JOIN public.skill k ON k.id = l."skillId"
           WHERE l."structureId" = s.id))), 'C')
    || setweight(to_tsvector('public.fr', s.description), 'D')
$$;

-- As before, and says when no active structure has all the words: time to look for what they mean.
DROP FUNCTION directory_query(text);
CREATE FUNCTION directory_query(typed text, OUT query tsquery, OUT corrected text, OUT "isPartial" boolean)
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
  "isPartial" := NOT EXISTS (SELECT 1 FROM public.structure s WHERE s.search @@ query AND s.status = 'active');
  IF "isPartial" THEN query := any_word; END IF;
  IF was_misspelt THEN corrected := array_to_string(kept, ' '); END IF;
END $$;
