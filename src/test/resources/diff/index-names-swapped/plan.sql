-- index public.Code.Code_value_idx: name is Code_value_key, expected is Code_value_idx
ALTER INDEX "public"."Code_value_key" RENAME TO "schemawatch_c11ceedf";
-- index public.Code.Code_value_key: name is Code_value_idx, expected is Code_value_key
ALTER INDEX "public"."Code_value_idx" RENAME TO "schemawatch_c11ce73d";
-- index public.Code.Code_value_idx: name is Code_value_key, expected is Code_value_idx
ALTER INDEX "public"."schemawatch_c11ceedf" RENAME TO "Code_value_idx";
-- index public.Code.Code_value_key: name is Code_value_idx, expected is Code_value_key
ALTER INDEX "public"."schemawatch_c11ce73d" RENAME TO "Code_value_key";
