package dev.schemawatch.bench;

import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A Prisma schema of as many tables as wanted, and the SQL that makes them: 10 columns, 2 indexes and 1 foreign key each. */
record ManyTables(int number) {
    private static final String DATASOURCE = "datasource db {\n  provider = \"postgresql\"\n}\n";

    private static final String MODEL = """
            model Entity%1$d {
              id        Int      @id @default(autoincrement())
              tenantId  String   @db.Uuid
              slug      String   @db.VarChar(120)
              title     String   @default("untitled")
              remark    String?
              amount    Decimal  @default(0) @db.Decimal(12, 2)
              active    Boolean  @default(true)
              payload   Json     @default("{}")
              createdAt DateTime @default(now())
              parentId  Int?
              parent    Entity%1$d?  @relation("Parent%1$d", fields: [parentId], references: [id])
              children  Entity%1$d[] @relation("Parent%1$d")
              @@unique([tenantId, slug])
              @@index([tenantId, createdAt])
            }
            """;

    private static final String TABLE = """
            CREATE TABLE "Entity%1$d" (
              id SERIAL NOT NULL,
              "tenantId" UUID NOT NULL,
              slug VARCHAR(120) NOT NULL,
              title TEXT NOT NULL DEFAULT 'untitled',
              remark TEXT,
              amount DECIMAL(12, 2) NOT NULL DEFAULT 0,
              active BOOLEAN NOT NULL DEFAULT true,
              payload JSONB NOT NULL DEFAULT '{}',
              "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
              "parentId" INTEGER,
              CONSTRAINT "Entity%1$d_pkey" PRIMARY KEY (id),
              CONSTRAINT "Entity%1$d_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Entity%1$d" (id)
                ON DELETE SET NULL ON UPDATE CASCADE);
            CREATE UNIQUE INDEX "Entity%1$d_tenantId_slug_key" ON "Entity%1$d" ("tenantId", slug);
            CREATE INDEX "Entity%1$d_tenantId_createdAt_idx" ON "Entity%1$d" ("tenantId", "createdAt");
            """;

    String prisma() {
        return DATASOURCE + each(MODEL::formatted);
    }

    /** A part of the SQL: a whole transaction of 10,000 tables would need more locks than a server has. */
    String sql(int from, int to) {
        return IntStream.range(from, Math.min(to, number)).mapToObj(TABLE::formatted).collect(Collectors.joining());
    }

    private String each(IntFunction<String> text) {
        return IntStream.range(0, number).mapToObj(text).collect(Collectors.joining());
    }
}
