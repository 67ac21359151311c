-- RedefineIndex
DROP INDEX "User_active_idx";
CREATE INDEX "User_active_idx" ON "User"("email");
