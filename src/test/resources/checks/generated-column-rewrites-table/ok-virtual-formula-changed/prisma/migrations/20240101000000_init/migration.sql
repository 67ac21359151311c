CREATE TABLE "Room" (
    "id" INTEGER NOT NULL,
    "name" TEXT,
    "ownerId" INTEGER,

    CONSTRAINT "Room_pkey" PRIMARY KEY ("id")
);

ALTER TABLE "Room" ADD COLUMN "short" TEXT GENERATED ALWAYS AS (left("name", 9));
