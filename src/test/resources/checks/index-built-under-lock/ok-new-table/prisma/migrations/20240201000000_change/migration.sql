CREATE TABLE "Tag" (
    "id" TEXT NOT NULL,
    "name" TEXT
);

CREATE INDEX "Tag_name_idx" ON "Tag"("name");
