ALTER TABLE "Room" ADD CONSTRAINT "Room_name_key" UNIQUE ("name", "period" WITHOUT OVERLAPS);
