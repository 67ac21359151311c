-- DropIndex
DROP INDEX "Booking_paid";

-- DropTrigger
DROP TRIGGER "Booking_touch" ON "Booking";

-- AlterTable
ALTER TABLE "Booking" DROP CONSTRAINT "Booking_sane",
DROP COLUMN "note";
