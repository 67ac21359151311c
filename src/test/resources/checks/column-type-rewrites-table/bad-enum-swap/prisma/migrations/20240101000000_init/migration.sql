CREATE TYPE "Role" AS ENUM ('USER', 'GUEST');

CREATE TABLE "Member" (
    "role" "Role" NOT NULL
);
