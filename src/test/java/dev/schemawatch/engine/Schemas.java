package dev.schemawatch.engine;

import dev.schemawatch.prisma.PrismaParser;
import dev.schemawatch.prisma.PrismaSchemaResolver;
import dev.schemawatch.prisma.SchemaLowering;
import dev.schemawatch.schema.DatabaseSchema;
import java.util.List;

/** Little schemas, and the databases that they expect. */
final class Schemas {
    private static final String DATASOURCE = """
            datasource db {
              provider = "postgresql"
              url      = env("DATABASE_URL")
            }

            """;

    static final String NOTHING = DATASOURCE;

    static final String TENANT = DATASOURCE + """
            model Tenant {
              id   String @id
              slug String @unique
            }
            """;

    static final String TENANT_WITH_COMMENT = "// who pays\n" + TENANT;

    static final String TENANT_AND_BOOKING = TENANT + """

            model Booking {
              id       Int    @id @default(autoincrement())
              tenantId String
              status   Status @default(OPEN)

              @@index([tenantId])
            }

            enum Status {
              OPEN
              PAID
            }
            """;

    static final String BROKEN = TENANT + "\nmodel Booking {\n  id Strin @id\n";

    static final String MYSQL = TENANT.replace("postgresql", "mysql");

    private Schemas() {}

    static DatabaseSchema database(String schema) {
        return SchemaLowering.lower(
                        PrismaSchemaResolver.resolve(List.of(
                                PrismaParser.parse("schema.prisma", schema).value())),
                        6,
                        "public")
                .expected();
    }
}
