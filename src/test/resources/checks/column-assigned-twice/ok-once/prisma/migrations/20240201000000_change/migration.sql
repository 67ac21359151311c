UPDATE "User" SET "email" = NULL WHERE "id" = '1';
