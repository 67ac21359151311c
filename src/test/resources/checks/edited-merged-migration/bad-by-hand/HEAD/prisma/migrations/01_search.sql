CREATE INDEX IF NOT EXISTS "Room_name_idx" ON "Room"("name");
