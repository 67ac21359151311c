ALTER TABLE "User" ADD CONSTRAINT "email_short" CHECK (length("email") < 99) NOT VALID, VALIDATE CONSTRAINT "email_short";
