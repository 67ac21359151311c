-- CreateTable
CREATE TABLE "User" (
    "id" TEXT NOT NULL,
    "email" TEXT,
    "name" TEXT,
    "end" DATE,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);
