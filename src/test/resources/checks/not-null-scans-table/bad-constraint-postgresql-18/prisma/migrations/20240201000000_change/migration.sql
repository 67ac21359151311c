ALTER TABLE "User" ADD CONSTRAINT "User_email_given" NOT NULL "email";
