CREATE TABLE "Room" (
    "id" INTEGER NOT NULL,
    "name" TEXT,
    "ownerId" INTEGER,

    CONSTRAINT "Room_pkey" PRIMARY KEY ("id")
);

ALTER TABLE "Room" ADD CONSTRAINT "Room_name_given" NOT NULL "name" NOT VALID;
