ALTER TABLE "Booking"
  ADD CONSTRAINT IF NOT EXISTS unique_booking_timeslot
  UNIQUE ("tenantId", "startsAt")
  WHERE status != 'CANCELLED';
