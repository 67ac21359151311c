-- column public.Preset.settings: default is '{}'::jsonb, expected is '{"b": [1, 2], "a": null}'
--   access_exclusive_lock
ALTER TABLE "public"."Preset" ALTER COLUMN "settings" SET DEFAULT '{"b": [1, 2], "a": null}';
