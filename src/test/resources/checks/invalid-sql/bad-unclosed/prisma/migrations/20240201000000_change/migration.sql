UPDATE "Booking" SET "status" = 'it's';

SELECT 1;
