-- foreign key public.Order.Order_ownerId_fkey is not in the schema
--   access_exclusive_lock
ALTER TABLE "public"."Order" DROP CONSTRAINT "Order_ownerId_fkey";
-- foreign key public.Order.Order_ownerId_fkey: name is order_owner, expected is Order_ownerId_fkey
ALTER TABLE "public"."Order" RENAME CONSTRAINT "order_owner" TO "Order_ownerId_fkey";
