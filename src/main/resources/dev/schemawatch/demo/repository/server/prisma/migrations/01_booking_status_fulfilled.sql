-- Written by hand: a new enum value cannot be used in the transaction that adds it,
-- so it stands alone. May be run again at any time.
ALTER TYPE "BookingStatus" ADD VALUE IF NOT EXISTS 'FULFILLED';
