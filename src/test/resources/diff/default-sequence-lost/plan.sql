-- column public.Preset.id: default is no default, expected is next value of public.Preset_id_seq
SELECT setval('"public"."Preset_id_seq"'::regclass, (SELECT coalesce(max("id"), 0) + 1 FROM "public"."Preset"), false);
-- column public.Preset.id: default is no default, expected is next value of public.Preset_id_seq
--   access_exclusive_lock
ALTER TABLE "public"."Preset" ALTER COLUMN "id" SET DEFAULT nextval('"public"."Preset_id_seq"'::regclass);
