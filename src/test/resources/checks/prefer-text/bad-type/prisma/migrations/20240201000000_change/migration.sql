CREATE TABLE "Item" (
    "value" VARCHAR(191)
);
