CREATE TABLE "Item" (
  "id" INTEGER NOT NULL,
  "a" TEXT NOT NULL,
  "b" INTEGER NOT NULL,
  "c" TIMESTAMP(3) NOT NULL,
  "tags" TEXT[],
  "doc" JSONB NOT NULL,
  "ip" INET NOT NULL,
  CONSTRAINT "Item_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "Item_a_b_key" ON "Item" ("a", "b");
CREATE INDEX "Item_b_c_idx" ON "Item" ("b", "c" DESC);
CREATE INDEX "Item_tags_idx" ON "Item" USING GIN ("tags");
CREATE INDEX "Item_doc_idx" ON "Item" USING GIN ("doc" jsonb_path_ops);
CREATE INDEX "Item_ip_idx" ON "Item" USING GIST ("ip" inet_ops);
CREATE INDEX "Item_c_idx" ON "Item" USING BRIN ("c");
CREATE INDEX "Item_a_idx" ON "Item" USING HASH ("a");

DROP INDEX "Item_a_idx";
CREATE INDEX "Item_a_idx" ON "Item" USING HASH ("a" text_pattern_ops);
