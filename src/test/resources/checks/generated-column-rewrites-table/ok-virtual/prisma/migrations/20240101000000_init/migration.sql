CREATE TABLE "Room" (
    "id" INTEGER NOT NULL,
    "name" TEXT,
    "ownerId" INTEGER,

    CONSTRAINT "Room_pkey" PRIMARY KEY ("id")
);
