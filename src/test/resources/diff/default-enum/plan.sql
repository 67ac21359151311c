-- column public.Preset.mood: default is 'HAPPY'::public."Mood", expected is 'sad one'
--   access_exclusive_lock
ALTER TABLE "public"."Preset" ALTER COLUMN "mood" SET DEFAULT 'sad one';
