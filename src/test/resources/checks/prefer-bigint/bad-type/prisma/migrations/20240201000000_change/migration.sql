CREATE TABLE "Item" (
    "value" INTEGER
);
