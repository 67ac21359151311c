UPDATE "User" SET "email" = NULL, "email" = 'x' WHERE "id" = '1';
