CREATE EXTENSION btree_gist;

CREATE TABLE "Room" (
    "id" INTEGER NOT NULL,
    "name" TEXT,
    "ownerId" INTEGER,

    CONSTRAINT "Room_pkey" PRIMARY KEY ("id")
);

ALTER TABLE "Room" ADD COLUMN "period" TSTZRANGE;
