CREATE TYPE "Mood" AS ENUM ('HAPPY', 'sad one');
CREATE TABLE "Preset" (
  "id" SERIAL NOT NULL,
  "count" INTEGER NOT NULL DEFAULT -1,
  "big" BIGINT NOT NULL DEFAULT 9007199254740993,
  "ratio" DOUBLE PRECISION NOT NULL DEFAULT 1.50,
  "price" DECIMAL(65,30) NOT NULL DEFAULT 10.50,
  "cost" MONEY NOT NULL DEFAULT 9,
  "title" TEXT NOT NULL DEFAULT 'it''s "new"',
  "code" VARCHAR(9) NOT NULL DEFAULT 'a\b',
  "open" BOOLEAN NOT NULL DEFAULT true,
  "mood" "Mood" NOT NULL DEFAULT 'sad one',
  "moods" "Mood"[] DEFAULT ARRAY['HAPPY', 'sad one']::"Mood"[],
  "made" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "day" DATE NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "clock" TIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "since" TIMESTAMP(3) NOT NULL DEFAULT '2024-02-29 12:30:00 +00:00',
  "touched" TIMESTAMP(3) NOT NULL,
  "settings" JSONB NOT NULL DEFAULT '{"b": [1, 2], "a": null}',
  "raw" BYTEA NOT NULL DEFAULT '\x010203',
  "key" UUID NOT NULL DEFAULT gen_random_uuid(),
  "utc" TIMESTAMP(3) NOT NULL DEFAULT (now() AT TIME ZONE 'utc'::text),
  "anyway" TEXT NOT NULL DEFAULT 'whatever',
  "tags" TEXT[] DEFAULT ARRAY['a', 'b c']::TEXT[],
  "empty" INTEGER[] DEFAULT ARRAY[]::INTEGER[],
  "uuid" TEXT NOT NULL,
  CONSTRAINT "Preset_pkey" PRIMARY KEY ("id")
);

ALTER TABLE "Preset" ALTER COLUMN "settings" SET DEFAULT '{"a":null,"b":[1,2]}'::jsonb;
