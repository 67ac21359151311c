-- column public.Preset.made: default is no default, expected is CURRENT_TIMESTAMP
--   access_exclusive_lock
ALTER TABLE "public"."Preset" ALTER COLUMN "made" SET DEFAULT CURRENT_TIMESTAMP;
