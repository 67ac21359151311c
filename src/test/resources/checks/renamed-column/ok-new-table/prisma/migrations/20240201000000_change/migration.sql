CREATE TABLE "Tag" (
    "id" TEXT NOT NULL,
    "name" TEXT
);

ALTER TABLE "Tag" RENAME COLUMN "name" TO "label";
