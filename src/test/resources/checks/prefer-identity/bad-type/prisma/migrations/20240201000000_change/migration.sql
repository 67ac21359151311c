CREATE TABLE "Item" (
    "value" BIGSERIAL
);
