-- enum public.Weather is missing
CREATE TYPE "public"."Weather" AS ENUM ('RAIN');
