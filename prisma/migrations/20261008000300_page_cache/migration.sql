-- A page cache, in whatever process, is told at COMMIT which public table changed. No code path
-- can forget it. Every table that a public page reads has the trigger; none of the others has.
CREATE FUNCTION page_cache_notify() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('page_cache', TG_TABLE_NAME);
  RETURN NULL;
END $$;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['club', 'former_slug', 'commune', 'structure', 'structure_skill', 'structure_reference',
    'skill', 'commission', 'commission_member', 'mandate', 'person', 'event', 'event_cancellation', 'meeting',
    'decision', 'news_post', 'internship'] LOOP
    EXECUTE format('CREATE TRIGGER page_cache AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON %I
      FOR EACH STATEMENT EXECUTE FUNCTION page_cache_notify()', t);
  END LOOP;
END $$;
