CREATE TABLE "Item" (
    "value" TIMESTAMPTZ(3)
);
