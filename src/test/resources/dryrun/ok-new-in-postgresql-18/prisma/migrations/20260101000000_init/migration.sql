CREATE TABLE "User" (
    "id" INTEGER CONSTRAINT "id_given" NOT NULL,
    "key" UUID NOT NULL DEFAULT uuidv7(),
    "email" TEXT,
    "short" TEXT GENERATED ALWAYS AS (left("email", 9)) VIRTUAL,
    "ownerId" INTEGER,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "User_email_check" CHECK ("email" LIKE '%@%') NOT ENFORCED
);
ALTER TABLE "User" ADD CONSTRAINT "email_given" NOT NULL "email" NOT VALID;
ALTER TABLE "User" ADD CONSTRAINT "User_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User" ("id") ON DELETE SET NULL ON UPDATE CASCADE NOT ENFORCED;
