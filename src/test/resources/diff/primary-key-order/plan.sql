-- primary key public.Pair.Pair_pkey: columns is (b, a), expected is (a, b)
--   access_exclusive_lock
--   index_dropped
ALTER TABLE "public"."Pair" DROP CONSTRAINT "Pair_pkey";
-- primary key public.Pair.Pair_pkey: columns is (b, a), expected is (a, b)
--   access_exclusive_lock
--   index_build
--   fails_on_some_rows
ALTER TABLE "public"."Pair" ADD CONSTRAINT "Pair_pkey" PRIMARY KEY ("a", "b");
