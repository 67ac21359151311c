package dev.schemawatch.bench;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A schema of the size that the figures are promised for: 38 lines a model, so 200 models are 7,600 lines. */
record LargeSchema(int models) {

    /** The schema, with one field of the middle model called {@code nonce}. */
    String text(String nonce) {
        return HEADER
                + IntStream.range(0, models)
                        .mapToObj(number -> model(number, number == models / 2 ? nonce : "remark"))
                        .collect(Collectors.joining());
    }

    private String model(int number, String remark) {
        int parent = number == 0 ? 0 : (number - 1) / 2;
        String children = IntStream.of(2 * number + 1, 2 * number + 2)
                .filter(child -> child < models)
                .mapToObj(child -> "  children%d Entity%d[] @relation(\"Parent%d\")\n".formatted(child, child, child))
                .collect(Collectors.joining());
        String self = number == 0 ? "  children0 Entity0[] @relation(\"Parent0\")\n" : "";
        String text = MODEL.formatted(number, remark, parent, number, children + self, number);
        return text + "// filler\n".repeat((int) Math.max(0, 38 - text.lines().count()));
    }

    private static final String HEADER = """
            datasource db {
              provider = "postgresql"
              url      = env("DATABASE_URL")
            }

            enum Status {
              NEW
              ACTIVE
              CLOSED
            }

            """;

    private static final String MODEL = """
            /// One of many entities.
            model Entity%d {
              id        Int      @id @default(autoincrement())
              tenantId  String   @db.Uuid
              slug      String   @db.VarChar(120)
              title     String   @default("untitled")
              %s String?
              status    Status   @default(NEW)
              amount    Decimal  @default(0) @db.Decimal(12, 2)
              weight    Float?
              count     BigInt   @default(0)
              active    Boolean  @default(true)
              tags      String[]
              payload   Json     @default("{}")
              createdAt DateTime @default(now())
              updatedAt DateTime @updatedAt
              startsAt  DateTime @db.Timestamptz(3)
              endsOn    DateTime? @db.Date
              parentId  Int?
              parent    Entity%d? @relation("Parent%d", fields: [parentId], references: [id], onDelete: SetNull)
            %s
              @@unique([tenantId, slug])
              @@index([tenantId, status])
              @@index([parentId])
              @@map("entity_%d")
            }

            """;
}
