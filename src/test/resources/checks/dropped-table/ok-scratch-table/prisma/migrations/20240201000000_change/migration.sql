CREATE TABLE "Scratch" (
    "id" TEXT
);

DROP TABLE "Scratch";
