-- index public.Item.Item_a_idx: definition is btree (a), expected is hash (a)
--   access_exclusive_lock
--   index_dropped
DROP INDEX "public"."Item_a_idx";
-- index public.Item.Item_a_idx: definition is btree (a), expected is hash (a)
--   share_lock
--   index_build
CREATE INDEX "Item_a_idx" ON "public"."Item" USING hash ("a");
