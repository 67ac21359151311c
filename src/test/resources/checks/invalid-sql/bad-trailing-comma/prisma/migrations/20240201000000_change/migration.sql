CREATE TABLE "Post" (
    "id" TEXT,
);
