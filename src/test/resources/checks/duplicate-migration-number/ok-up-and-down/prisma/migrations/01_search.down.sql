DROP INDEX "Room_name_idx";
