CREATE TABLE "Article" (
  "id" INTEGER NOT NULL,
  "body" TEXT NOT NULL,
  "search" tsvector GENERATED ALWAYS AS (to_tsvector('english', "body")) STORED,
  CONSTRAINT "Article_pkey" PRIMARY KEY ("id")
);
