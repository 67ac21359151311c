CREATE TABLE "Tag" (
    "name" TEXT,
    "name" TEXT
);
