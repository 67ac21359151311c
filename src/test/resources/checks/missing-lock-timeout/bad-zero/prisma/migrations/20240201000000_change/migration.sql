SET lock_timeout = '5s';
SET LOCAL lock_timeout = 0;
ALTER TABLE "User" ADD COLUMN "name" TEXT;
