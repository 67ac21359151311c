-- column public.Preset.title: default is 'It''s "new"'::text, expected is 'it''s "new"'
--   access_exclusive_lock
ALTER TABLE "public"."Preset" ALTER COLUMN "title" SET DEFAULT 'it''s "new"';
