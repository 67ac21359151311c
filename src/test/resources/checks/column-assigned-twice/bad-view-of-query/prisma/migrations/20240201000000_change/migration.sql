CREATE VIEW "emails" AS SELECT 1 AS a, "id", CAST("email" AS TEXT) AS "id" FROM "User";
