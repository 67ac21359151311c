-- index public.Item.Item_b_idx is not in the schema
--   access_exclusive_lock
--   index_dropped
DROP INDEX "public"."Item_b_idx";
-- index public.Item.Item_c_key is not in the schema
--   access_exclusive_lock
ALTER TABLE "public"."Item" DROP CONSTRAINT IF EXISTS "Item_c_key";
-- index public.Item.Item_c_key is not in the schema
--   access_exclusive_lock
--   index_dropped
DROP INDEX IF EXISTS "public"."Item_c_key";
