WITH "gone" AS (DELETE FROM "User" RETURNING "id") SELECT count(*) FROM "gone";
