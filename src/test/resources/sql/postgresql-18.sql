CREATE TABLE "Room" (
    "id" INTEGER CONSTRAINT "id_given" NOT NULL,
    "name" TEXT CONSTRAINT "name_kept" NOT NULL NO INHERIT,
    "short" TEXT GENERATED ALWAYS AS (left("name", 9)) VIRTUAL NOT NULL,
    "long" TEXT GENERATED ALWAYS AS ("name" || "name"),
    "key" UUID DEFAULT uuidv7(),
    "period" TSTZRANGE,
    CONSTRAINT "long_given" NOT NULL "long" NO INHERIT,
    CONSTRAINT "name_short" CHECK (length("name") < 100) NOT ENFORCED,
    CONSTRAINT "Room_pkey" PRIMARY KEY ("id", "period" WITHOUT OVERLAPS)
);
ALTER TABLE "Room" ADD CONSTRAINT "period_given" NOT NULL "period" NOT VALID;
ALTER TABLE "Room" ADD CONSTRAINT "Room_fkey" FOREIGN KEY ("id", PERIOD "period") REFERENCES "Building" ("id", PERIOD "period");
ALTER TABLE "Room" ADD FOREIGN KEY (period) REFERENCES "Period" NOT ENFORCED;
ALTER TABLE "Room" ALTER CONSTRAINT "Room_fkey" ENFORCED;
ALTER TABLE "Room" ALTER CONSTRAINT "Room_fkey" NOT ENFORCED;
ALTER TABLE "Room" ALTER CONSTRAINT "name_kept" INHERIT;
ALTER TABLE "Room" ALTER COLUMN "short" SET EXPRESSION AS (left("name", 7));
CREATE UNIQUE INDEX "Room_period_key" ON "Room" (period text_ops);
ALTER DOMAIN "code" ADD CONSTRAINT "code_given" NOT NULL;
