CREATE VIEW "emails"("email", "email") AS SELECT "id", "email" FROM "User";
