ALTER TABLE "Room" DROP CONSTRAINT "Room_name_given";
