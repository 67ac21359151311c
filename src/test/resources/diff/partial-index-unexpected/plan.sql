-- index public.Task.Task_id_idx is not in the schema
--   access_exclusive_lock
--   index_dropped
DROP INDEX "public"."Task_id_idx";
