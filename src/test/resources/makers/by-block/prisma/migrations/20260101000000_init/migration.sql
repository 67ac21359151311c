-- CreateTable
CREATE TABLE "Booking" (
    "id" INTEGER NOT NULL,
    "total" INTEGER NOT NULL,

    CONSTRAINT "Booking_pkey" PRIMARY KEY ("id")
);
