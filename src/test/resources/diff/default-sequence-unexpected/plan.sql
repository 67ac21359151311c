-- column public.Preset.count: default is next value of public.counter, expected is -1
--   access_exclusive_lock
ALTER TABLE "public"."Preset" ALTER COLUMN "count" SET DEFAULT -1;
