CREATE TABLE "Item" (
    "value" JSONB
);
