CREATE TABLE "Tag" (
    "id" TEXT
);
