-- index public.Item.Item_b_c_idx: validity is invalid, expected is valid
--   share_lock
--   index_build
REINDEX INDEX "public"."Item_b_c_idx";
