-- table public.Legacy is missing
CREATE TABLE "public"."Legacy" (
    "id" integer NOT NULL,
    CONSTRAINT "Legacy_pkey" PRIMARY KEY ("id")
);
