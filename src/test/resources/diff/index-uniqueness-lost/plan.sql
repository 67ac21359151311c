-- index public.Item.Item_a_b_key: definition is btree (a, b), expected is unique btree (a, b)
--   access_exclusive_lock
--   index_dropped
DROP INDEX "public"."Item_a_b_key";
-- index public.Item.Item_a_b_key: definition is btree (a, b), expected is unique btree (a, b)
--   share_lock
--   index_build
--   fails_on_some_rows
CREATE UNIQUE INDEX "Item_a_b_key" ON "public"."Item" ("a", "b");
