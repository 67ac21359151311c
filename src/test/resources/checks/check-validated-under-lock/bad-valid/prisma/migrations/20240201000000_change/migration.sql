ALTER TABLE "User" ADD CONSTRAINT "has_at" CHECK ("email" LIKE '%@%');
