CREATE TABLE "Room" (
    "during" TSRANGE
);
