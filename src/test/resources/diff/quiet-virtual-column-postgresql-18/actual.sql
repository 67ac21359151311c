CREATE TABLE "User" (
  "id" UUID NOT NULL DEFAULT uuidv7(),
  "name" TEXT NOT NULL,
  "lower" TEXT GENERATED ALWAYS AS (lower("name")) VIRTUAL,
  "upper" TEXT GENERATED ALWAYS AS (upper("name")),
  CONSTRAINT "User_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "name_short" CHECK (length("name") < 100) NOT ENFORCED
);
