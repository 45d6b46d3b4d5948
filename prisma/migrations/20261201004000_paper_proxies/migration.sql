-- A proxy that its giver signed on paper, and that whoever runs the assembly noted.
ALTER TABLE "assembly_proxy" ADD COLUMN "isOnPaper" BOOLEAN NOT NULL DEFAULT false;

-- The rules of a proxy as before. Papers come with those who bring them: one may be noted once the session is open,
-- until its first vote.
CREATE OR REPLACE FUNCTION assembly_proxy_allowed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  held public.assembly; same boolean;
BEGIN
  PERFORM 1 FROM public.assembly_voter v WHERE v.id IN (NEW."giverId", NEW."holderId") ORDER BY v.id FOR NO KEY UPDATE;
  SELECT a.* INTO held FROM public.assembly a JOIN public.assembly_voter v ON v."assemblyId" = a."meetingId"
   WHERE v.id = NEW."holderId" FOR SHARE OF a;
  same := EXISTS (SELECT 1 FROM public.assembly_voter v WHERE v.id = NEW."giverId" AND v."assemblyId" = held."meetingId");
  IF NOT same THEN
    RAISE EXCEPTION 'violates check constraint "assembly_proxy_same_assembly"' USING ERRCODE = 'check_violation';
  ELSIF held."openedAt" IS NOT NULL AND NOT NEW."isOnPaper" THEN
    RAISE EXCEPTION 'violates check constraint "assembly_proxy_before_opening"' USING ERRCODE = 'check_violation';
  ELSIF EXISTS (SELECT 1 FROM public.resolution r WHERE r."assemblyId" = held."meetingId" AND r."openedAt" IS NOT NULL) THEN
    RAISE EXCEPTION 'violates check constraint "assembly_proxy_before_first_vote"' USING ERRCODE = 'check_violation';
  ELSIF EXISTS (SELECT 1 FROM public.assembly_proxy p
                 WHERE p."giverId" = NEW."holderId" OR p."holderId" = NEW."giverId") THEN
    RAISE EXCEPTION 'violates check constraint "assembly_proxy_no_chain"' USING ERRCODE = 'check_violation';
  ELSIF (SELECT count(*) FROM public.assembly_proxy p
          WHERE p."holderId" = NEW."holderId" AND p."giverId" <> NEW."giverId") >= held."proxiesPerHolder" THEN
    RAISE EXCEPTION 'violates check constraint "assembly_proxy_limit"' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
