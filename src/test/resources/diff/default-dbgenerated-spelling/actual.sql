CREATE FUNCTION make_key() RETURNS uuid LANGUAGE sql AS 'SELECT gen_random_uuid()';
CREATE TABLE "Invitation" (
  "id" TEXT NOT NULL DEFAULT gen_random_uuid()::text,
  "key" UUID NOT NULL DEFAULT public.make_key(),
  "token" TEXT NOT NULL DEFAULT md5(random()::text),
  "tenant" TEXT NOT NULL DEFAULT current_setting('app.tenant'),
  "made" TIMESTAMPTZ(6) NOT NULL DEFAULT timezone('utc', now()),
  "sent" TIMESTAMP(3) NOT NULL DEFAULT (now() at time zone 'utc'),
  "expires" TIMESTAMP(3) NOT NULL DEFAULT NOW() + interval '7 days',
  "pin" INTEGER NOT NULL DEFAULT floor(random() * 10000),
  CONSTRAINT "Invitation_pkey" PRIMARY KEY ("id")
);
