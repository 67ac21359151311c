CREATE TABLE "Tag" (
    "id" TEXT NOT NULL,
    "name" TEXT
);

ALTER TABLE "Tag" DROP COLUMN "name";
