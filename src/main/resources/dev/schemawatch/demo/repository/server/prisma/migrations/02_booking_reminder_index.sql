-- Written by hand: built without blocking writers. May be run again at any time.
CREATE INDEX CONCURRENTLY IF NOT EXISTS "Booking_tenantId_reminderDueDate_idx"
  ON "Booking" ("tenantId", "reminderDueDate");
