CREATE TABLE "Item" (
    "value" TIMESTAMP(3)
);
