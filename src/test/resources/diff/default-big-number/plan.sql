-- column public.Preset.big: default is '9007199254740992'::bigint, expected is 9007199254740993
--   access_exclusive_lock
ALTER TABLE "public"."Preset" ALTER COLUMN "big" SET DEFAULT 9007199254740993;
