-- index public.Item.Item_a_b_key: definition is unique btree (b, a), expected is unique btree (a, b)
--   access_exclusive_lock
ALTER TABLE "public"."Item" DROP CONSTRAINT IF EXISTS "Item_a_b_key";
-- index public.Item.Item_a_b_key: definition is unique btree (b, a), expected is unique btree (a, b)
--   access_exclusive_lock
--   index_dropped
DROP INDEX IF EXISTS "public"."Item_a_b_key";
-- index public.Item.Item_a_b_key: definition is unique btree (b, a), expected is unique btree (a, b)
--   share_lock
--   index_build
--   fails_on_some_rows
CREATE UNIQUE INDEX "Item_a_b_key" ON "public"."Item" ("a", "b");
