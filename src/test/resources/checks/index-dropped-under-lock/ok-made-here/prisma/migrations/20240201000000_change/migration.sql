CREATE INDEX "Scratch_idx" ON "User" ("email");
DROP INDEX "Scratch_idx";
