CREATE TABLE "Ticket" (
    "number" BIGSERIAL PRIMARY KEY
);
