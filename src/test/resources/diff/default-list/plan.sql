-- column public.Preset.tags: default is ARRAY['z'::text], expected is ARRAY['a', 'b c']::text[]
--   access_exclusive_lock
ALTER TABLE "public"."Preset" ALTER COLUMN "tags" SET DEFAULT ARRAY['a', 'b c']::text[];
