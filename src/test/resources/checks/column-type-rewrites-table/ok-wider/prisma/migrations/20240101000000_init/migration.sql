CREATE TABLE "Item" (
    "sku" VARCHAR(20),
    "price" NUMERIC(10,2),
    "stock" INTEGER
);
