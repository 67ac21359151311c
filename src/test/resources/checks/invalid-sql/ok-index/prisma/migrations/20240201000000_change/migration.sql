CREATE UNIQUE INDEX IF NOT EXISTS unique_booking_timeslot ON "Booking" ("tenantId", "startsAt") WHERE status != 'CANCELLED';
