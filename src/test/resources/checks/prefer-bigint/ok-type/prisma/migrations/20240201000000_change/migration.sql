CREATE TABLE "Item" (
    "value" BIGINT
);
