package dev.schemawatch.bench.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The repositories that are checked. */
final class Repositories {
    private static final Path DEMO = Path.of("src/main/resources/dev/schemawatch/demo/repository");

    private Repositories() {}

    /** The bundled example, committed. */
    static Path demo(Path folder) throws IOException {
        return committed(copy(DEMO, folder));
    }

    /** The repository of trigger.dev with its 820 migrations, committed; empty where the corpus of the tests is not at hand. */
    static Optional<Path> triggerDev(Path folder) throws IOException {
        Path original = Path.of(System.getenv().getOrDefault("SCHEMAWATCH_CORPUS", "../shared/corpus"), "real/trigger.dev");
        return Files.isDirectory(original) ? Optional.of(committed(copy(original, folder))) : Optional.empty();
    }

    private static Path copy(Path original, Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(original)) {
            for (Path file : files.sorted().toList()) {
                Path target = folder.resolve(original.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
        return folder;
    }

    /** In git, as repositories are; where git is not installed, as it is. */
    private static Path committed(Path folder) {
        List<String> git = List.of("git", "-C", folder.toString(), "-c", "user.name=bench", "-c", "user.email=bench@localhost");
        for (List<String> command :
                List.of(List.of("init", "-q"), List.of("add", "-A"), List.of("commit", "-qm", "all"), List.of("gc", "-q"))) {
            Peers.firstLine(Stream.concat(git.stream(), command.stream()).toArray(String[]::new));
        }
        return folder;
    }

    /** So many tables, and as many migrations, each of which makes one of them; committed. */
    static Path tables(Path folder, int tables, int migrations) throws IOException {
        write(folder.resolve("prisma/schema.prisma"), schema(tables, "note"));
        for (int number = 0; number < migrations; number++) {
            String sql = number < tables ? table(number) : "SELECT " + number + ";\n";
            write(folder.resolve("prisma/migrations/%014d_m/migration.sql".formatted(20200101000000L + number)), sql);
        }
        return committed(folder);
    }

    /** The schema file; {@code nonce} is the name of one field of the model in the middle. */
    static String schema(int tables, String nonce) {
        return "datasource db {\n  provider = \"postgresql\"\n  url      = env(\"DATABASE_URL\")\n}\n\n"
                + IntStream.range(0, tables)
                        .mapToObj(number -> model(number, tables, number == tables / 2 ? nonce : "note"))
                        .collect(Collectors.joining());
    }

    /** The statements that make all tables. */
    static String sql(int tables) {
        return IntStream.range(0, tables).mapToObj(Repositories::table).collect(Collectors.joining());
    }

    private static String model(int number, int tables, String note) {
        String children = IntStream.of(2 * number + 1, 2 * number + 2)
                .filter(child -> child < tables)
                .mapToObj(child -> "  children%d Entity%d[] @relation(\"Parent%d\")\n".formatted(child, child, child))
                .collect(Collectors.joining());
        String root = number == 0 ? "  children0 Entity0[] @relation(\"Parent0\")\n" : "";
        return MODEL.formatted(number, note, parent(number), number, root + children, number);
    }

    private static String table(int number) {
        return TABLE.formatted(number, parent(number));
    }

    private static int parent(int number) {
        return number == 0 ? 0 : (number - 1) / 2;
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, text);
    }

    private static final String MODEL = """
            model Entity%d {
              id        Int      @id @default(autoincrement())
              tenantId  String   @db.Uuid
              slug      String   @db.VarChar(120)
              title     String   @default("untitled")
              %s      String?
              amount    Decimal  @default(0) @db.Decimal(12, 2)
              active    Boolean  @default(true)
              createdAt DateTime @default(now())
              startsAt  DateTime @db.Timestamptz(3)
              parentId  Int?
              parent    Entity%d? @relation("Parent%d", fields: [parentId], references: [id], onDelete: SetNull)
            %s
              @@unique([tenantId, slug])
              @@index([parentId])
              @@map("entity_%d")
            }

            """;

    private static final String TABLE = """
            CREATE TABLE "entity_%1$d" (
              "id" SERIAL NOT NULL,
              "tenantId" UUID NOT NULL,
              "slug" VARCHAR(120) NOT NULL,
              "title" TEXT NOT NULL DEFAULT 'untitled',
              "note" TEXT,
              "amount" DECIMAL(12,2) NOT NULL DEFAULT 0,
              "active" BOOLEAN NOT NULL DEFAULT true,
              "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
              "startsAt" TIMESTAMPTZ(3) NOT NULL,
              "parentId" INTEGER,
              CONSTRAINT "entity_%1$d_pkey" PRIMARY KEY ("id")
            );
            CREATE UNIQUE INDEX "entity_%1$d_tenantId_slug_key" ON "entity_%1$d"("tenantId", "slug");
            CREATE INDEX "entity_%1$d_parentId_idx" ON "entity_%1$d"("parentId");
            ALTER TABLE "entity_%1$d" ADD CONSTRAINT "entity_%1$d_parentId_fkey"
              FOREIGN KEY ("parentId") REFERENCES "entity_%2$d"("id") ON DELETE SET NULL ON UPDATE CASCADE;
            """;
}
