UPDATE "User" SET "email" = 'a' WHERE true;
UPDATE "User" SET "email" = 'a' WHERE (1 = 1) RETURNING "id";
