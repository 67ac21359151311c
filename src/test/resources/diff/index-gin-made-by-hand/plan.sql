-- index public.Item.item_doc_all is not in the schema
--   access_exclusive_lock
--   index_dropped
DROP INDEX "public"."item_doc_all";
