CREATE TABLE "Item" (
    "value" CHAR(10)
);
