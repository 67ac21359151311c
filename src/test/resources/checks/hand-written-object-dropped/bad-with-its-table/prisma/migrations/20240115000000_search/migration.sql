-- Prisma has no word for these.
CREATE INDEX "User_active_idx" ON "User"("email") WHERE "email" IS NOT NULL;

ALTER TABLE "User" ADD CONSTRAINT "has_at" CHECK ("email" LIKE '%@%') NOT VALID;
ALTER TABLE "User" ADD CONSTRAINT "User_email_check" CHECK ("email" <> '');
CREATE TRIGGER "User_touch" BEFORE UPDATE ON "User" FOR EACH ROW EXECUTE FUNCTION touch();
CREATE POLICY "User_own" ON "User" USING (true);
