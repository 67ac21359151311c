CREATE TABLE "Tag" (
    "userId" TEXT
);

ALTER TABLE "Tag" ADD FOREIGN KEY ("userId") REFERENCES "User"("id");
