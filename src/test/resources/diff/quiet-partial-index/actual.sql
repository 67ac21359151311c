CREATE TABLE "Task" (
  "id" INTEGER NOT NULL,
  "done" BOOLEAN NOT NULL,
  "title" TEXT NOT NULL,
  CONSTRAINT "Task_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "Task_title_key" ON "Task" ("title") WHERE (NOT done);
CREATE INDEX "Task_done_idx" ON "Task" ("done") WHERE ("done" = false);
