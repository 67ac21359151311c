-- Prisma has no word for these.
CREATE INDEX "User_active_idx" ON "User"("email") WHERE "email" IS NOT NULL;

ALTER TABLE "User" ADD CONSTRAINT "has_at" CHECK ("email" LIKE '%@%') NOT VALID;
