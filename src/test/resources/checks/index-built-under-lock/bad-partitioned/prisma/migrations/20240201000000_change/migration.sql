CREATE INDEX "User_email_idx" ON "User" USING btree ("email" DESC) WHERE "email" <> '';
