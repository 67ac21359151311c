CREATE TABLE "Item" (
    "value" TEXT
);
