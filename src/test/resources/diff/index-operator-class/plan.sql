-- index public.Item.Item_doc_idx: definition is gin (doc), expected is gin (doc jsonb_path_ops)
--   access_exclusive_lock
--   index_dropped
DROP INDEX "public"."Item_doc_idx";
-- index public.Item.Item_doc_idx: definition is gin (doc), expected is gin (doc jsonb_path_ops)
--   share_lock
--   index_build
CREATE INDEX "Item_doc_idx" ON "public"."Item" USING gin ("doc" jsonb_path_ops);
