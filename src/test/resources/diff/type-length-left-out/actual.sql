CREATE TABLE "Answer" (
  "id" INTEGER NOT NULL,
  "choice" CHAR NOT NULL,
  "flag" BIT NOT NULL,
  "grade" CHAR NOT NULL,
  "sign" BIT NOT NULL,
  CONSTRAINT "Answer_pkey" PRIMARY KEY ("id")
);
