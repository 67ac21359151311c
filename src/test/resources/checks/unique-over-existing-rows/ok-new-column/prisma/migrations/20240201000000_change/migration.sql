ALTER TABLE "User" ADD COLUMN "nick" TEXT;

CREATE UNIQUE INDEX "User_nick_key" ON "User"("nick");
