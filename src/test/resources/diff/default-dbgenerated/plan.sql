-- column public.Preset.key: default is '00000000-0000-0000-0000-000000000000'::uuid, expected is gen_random_uuid()
--   access_exclusive_lock
ALTER TABLE "public"."Preset" ALTER COLUMN "key" SET DEFAULT gen_random_uuid();
