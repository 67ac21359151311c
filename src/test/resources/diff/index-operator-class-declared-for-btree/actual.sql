CREATE TABLE "Secret" ("id" INTEGER NOT NULL, "key" TEXT NOT NULL, CONSTRAINT "Secret_pkey" PRIMARY KEY ("id"));
CREATE INDEX "Secret_key_idx" ON "Secret" ("key" text_pattern_ops);
