CREATE TABLE "Log" (
    "a" TEXT,
    "b" TEXT,
    "c" TEXT,
    "d" TEXT
);

CREATE INDEX "Log_a_b_c_d_idx" ON "Log"("a", "b", "c", "d");
