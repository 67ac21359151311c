-- index public.Item.Item_a_b_key is missing
--   share_lock
--   index_build
--   fails_on_some_rows
CREATE UNIQUE INDEX "Item_a_b_key" ON "public"."Item" ("a", "b");
