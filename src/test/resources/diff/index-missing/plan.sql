-- index public.Item.Item_b_c_idx is missing
--   share_lock
--   index_build
CREATE INDEX "Item_b_c_idx" ON "public"."Item" ("b", "c" DESC);
