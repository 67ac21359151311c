CREATE TABLE "Audit" ("id" INTEGER PRIMARY KEY, "user" TEXT);

-- AddForeignKey
ALTER TABLE "Audit" ADD CONSTRAINT "Audit_user_fkey" FOREIGN KEY ("user") REFERENCES "User"("id");
