CREATE VIEW "emails" ("first", "second") AS SELECT 1 AS a, 2 AS a;
CREATE VIEW "more" AS SELECT "id", "email" AS "other", CAST("email" AS TEXT), upper("email") FROM "User" UNION SELECT 'a', "id", "id", "id" FROM "User";
