SET idle_in_transaction_session_timeout = '5s';

ALTER TABLE "User" ADD COLUMN "status" TEXT;
