-- index public.Item.Item_b_c_idx: name is i1, expected is Item_b_c_idx
ALTER INDEX "public"."i1" RENAME TO "Item_b_c_idx";
