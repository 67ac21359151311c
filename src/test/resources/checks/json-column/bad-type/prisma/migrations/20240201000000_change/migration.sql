CREATE TABLE "Item" (
    "value" JSON
);
