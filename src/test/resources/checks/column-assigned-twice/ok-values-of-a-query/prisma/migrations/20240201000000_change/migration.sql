INSERT INTO "User" (SELECT "id", "email", "email", "id" FROM "User");
