-- column public.Visit.ended: default is clock_timestamp(), expected is CURRENT_TIMESTAMP
--   access_exclusive_lock
ALTER TABLE "public"."Visit" ALTER COLUMN "ended" SET DEFAULT CURRENT_TIMESTAMP;
-- LEFT OUT public.Visit.came: nothing is wrong, but Prisma takes these for different defaults and proposes for ever to change this one; write dbgenerated("LOCALTIMESTAMP")
-- LEFT OUT public.Visit.left: nothing is wrong, but Prisma takes these for different defaults and proposes for ever to change this one; write dbgenerated("transaction_timestamp()")
-- LEFT OUT public.Visit.seen: nothing is wrong, but Prisma takes these for different defaults and proposes for ever to change this one; write dbgenerated("CURRENT_TIMESTAMP(3)")
-- LEFT OUT public.Visit.day: Prisma takes these for different defaults; if both mean the same, write dbgenerated("CURRENT_DATE")
