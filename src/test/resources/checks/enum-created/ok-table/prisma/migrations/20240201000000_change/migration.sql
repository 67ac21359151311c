CREATE TABLE "Role" (
    "name" TEXT PRIMARY KEY
);
