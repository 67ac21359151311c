CREATE TABLE "Vote" (
    "id" TEXT NOT NULL,
    "n" INTEGER
);

CREATE UNIQUE INDEX "Vote_n_idx" ON "Vote"("n");

CREATE UNIQUE INDEX "Vote_id_idx" ON "Vote"("id");
