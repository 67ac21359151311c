CREATE TABLE "Code" ("id" INTEGER NOT NULL, "value" INTEGER NOT NULL, CONSTRAINT "Code_pkey" PRIMARY KEY ("id"));
CREATE UNIQUE INDEX "Code_value_idx" ON "Code" ("value");
CREATE INDEX "Code_value_key" ON "Code" ("value");
