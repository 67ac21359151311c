-- column public.Preset.count: default is 2, expected is -1
--   access_exclusive_lock
ALTER TABLE "public"."Preset" ALTER COLUMN "count" SET DEFAULT -1;
