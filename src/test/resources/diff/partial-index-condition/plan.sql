-- index public.Task.Task_done_idx: definition is btree (done) where (done = true), expected is btree (done) where "done" = false
--   access_exclusive_lock
--   index_dropped
DROP INDEX "public"."Task_done_idx";
-- index public.Task.Task_done_idx: definition is btree (done) where (done = true), expected is btree (done) where "done" = false
--   share_lock
--   index_build
CREATE INDEX "Task_done_idx" ON "public"."Task" ("done") WHERE "done" = false;
