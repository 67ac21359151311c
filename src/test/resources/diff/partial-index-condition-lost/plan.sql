-- index public.Task.Task_title_key: definition is unique btree (title), expected is unique btree (title) where NOT done
--   access_exclusive_lock
ALTER TABLE "public"."Task" DROP CONSTRAINT IF EXISTS "Task_title_key";
-- index public.Task.Task_title_key: definition is unique btree (title), expected is unique btree (title) where NOT done
--   access_exclusive_lock
--   index_dropped
DROP INDEX IF EXISTS "public"."Task_title_key";
-- index public.Task.Task_title_key: definition is unique btree (title), expected is unique btree (title) where NOT done
--   share_lock
--   index_build
--   fails_on_some_rows
CREATE UNIQUE INDEX "Task_title_key" ON "public"."Task" ("title") WHERE NOT done;
