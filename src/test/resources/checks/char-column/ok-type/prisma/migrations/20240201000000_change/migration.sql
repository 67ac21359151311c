CREATE TABLE "Item" (
    "value" VARCHAR(10)
);
