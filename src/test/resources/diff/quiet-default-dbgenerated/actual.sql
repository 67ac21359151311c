CREATE FUNCTION make_key() RETURNS uuid LANGUAGE sql AS 'SELECT gen_random_uuid()';
CREATE TABLE "Invitation" (
  "id" UUID NOT NULL DEFAULT gen_random_uuid(),
  "text" TEXT NOT NULL DEFAULT gen_random_uuid()::text,
  "key" UUID NOT NULL DEFAULT make_key(),
  "token" TEXT NOT NULL DEFAULT md5(random()::text),
  "made" TIMESTAMPTZ(6) NOT NULL DEFAULT timezone('utc', now()),
  "sent" TIMESTAMP(3) NOT NULL DEFAULT (now() at time zone 'utc'),
  "expires" TIMESTAMP(3) NOT NULL DEFAULT NOW() + interval '7 days',
  "day" DATE NOT NULL DEFAULT CURRENT_DATE,
  "opens" TIME(6) NOT NULL DEFAULT '09:00',
  "pin" INTEGER NOT NULL DEFAULT floor(random() * 10000),
  "grace" INTERVAL DEFAULT '0',
  "search" TSVECTOR GENERATED ALWAYS AS (to_tsvector('english', "token")) STORED,
  "anyway" TEXT DEFAULT 'something',
  CONSTRAINT "Invitation_pkey" PRIMARY KEY ("id")
);
