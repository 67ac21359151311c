-- column public.Preset.open: default is false, expected is true
--   access_exclusive_lock
ALTER TABLE "public"."Preset" ALTER COLUMN "open" SET DEFAULT true;
