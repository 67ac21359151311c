-- AlterTable
ALTER TABLE "Booking" ADD COLUMN     "reminderDueDate" DATE,
ADD COLUMN     "reminderSentAt" TIMESTAMP(3);
