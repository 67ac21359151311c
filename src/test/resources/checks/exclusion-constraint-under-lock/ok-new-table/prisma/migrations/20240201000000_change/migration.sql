CREATE TABLE "Hall" (
    "during" TSRANGE,
    EXCLUDE USING gist ("during" WITH &&)
);
