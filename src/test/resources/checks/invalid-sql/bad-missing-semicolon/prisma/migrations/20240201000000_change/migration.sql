CREATE TABLE "Post" (
    "id" TEXT
)
CREATE INDEX "Post_id_idx" ON "Post"("id");
