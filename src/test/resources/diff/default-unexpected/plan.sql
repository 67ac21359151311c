-- column public.Preset.touched: default is CURRENT_TIMESTAMP, expected is no default
--   access_exclusive_lock
ALTER TABLE "public"."Preset" ALTER COLUMN "touched" DROP DEFAULT;
