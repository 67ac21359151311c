CREATE TABLE "User" (
  "id" INTEGER NOT NULL,
  "name" TEXT CONSTRAINT "name_given" NOT NULL NO INHERIT,
  "email" TEXT,
  "phone" TEXT,
  CONSTRAINT "email_given" NOT NULL "email",
  CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);
ALTER TABLE "User" ADD CONSTRAINT "phone_given" NOT NULL "phone" NOT VALID;
