-- index public.Item.Item_b_c_idx: definition is btree (b), expected is btree (b, c desc)
--   access_exclusive_lock
--   index_dropped
DROP INDEX "public"."Item_b_c_idx";
-- index public.Item.Item_b_c_idx: definition is btree (b), expected is btree (b, c desc)
--   share_lock
--   index_build
CREATE INDEX "Item_b_c_idx" ON "public"."Item" ("b", "c" DESC);
