CREATE INDEX "Room_name_idx" ON "Room"("name");
