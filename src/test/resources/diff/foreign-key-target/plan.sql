-- foreign key public.Booking.Booking_venueId_fkey: definition is (venueId) references public.Booking (id) on delete restrict on update cascade, expected is (venueId) references public.Venue (id) on delete restrict on update cascade
--   access_exclusive_lock
ALTER TABLE "public"."Booking" DROP CONSTRAINT "Booking_venueId_fkey";
-- foreign key public.Booking.Booking_venueId_fkey: definition is (venueId) references public.Booking (id) on delete restrict on update cascade, expected is (venueId) references public.Venue (id) on delete restrict on update cascade
--   share_row_exclusive_lock
--   table_scan
--   fails_on_some_rows
ALTER TABLE "public"."Booking" ADD CONSTRAINT "Booking_venueId_fkey" FOREIGN KEY ("venueId") REFERENCES "public"."Venue" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
