-- RedefineTables
CREATE TABLE "User_new" (
    "id" TEXT NOT NULL
);

INSERT INTO "User_new" SELECT "id" FROM "User";

DROP TABLE "User";

ALTER TABLE "User_new" RENAME TO "User";
