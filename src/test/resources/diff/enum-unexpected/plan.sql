-- enum public.Weather is not in the schema
DROP TYPE "public"."Weather";
