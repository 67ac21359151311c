CREATE TEMP TABLE "Scratch" (
    "id" TEXT
);

TRUNCATE "Scratch";
