CREATE TABLE "Tally" ("name" TEXT NOT NULL, "count" INTEGER NOT NULL, CONSTRAINT "Tally_pkey" PRIMARY KEY ("count"));
CREATE UNIQUE INDEX "Tally_name_key" ON "Tally" ("name");
