ALTER TABLE "User" SET (fillfactor = 80);
