-- column public.Preset.uuid: default is gen_random_uuid(), expected is no default
--   access_exclusive_lock
ALTER TABLE "public"."Preset" ALTER COLUMN "uuid" DROP DEFAULT;
