INSERT INTO "User" ("id", "email", "email") VALUES ('1', 'a', 'b');
