package dev.schemawatch.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemawatch.support.TreeFixture;
import dev.schemawatch.workspace.ChangeSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is edited, a rescan of what changed comes to the same as reading everything. */
class RescanEqualsScanTest {
    private static final String SCHEMA = "datasource db {\n  provider = \"postgresql\"\n  url = env(\"U\")\n}\n";

    @Property(tries = 150)
    void a_rescan_of_the_changes_equals_a_scan(@ForAll("edits") List<Edit> edits) throws IOException {
        Path folder = Files.createTempDirectory("rescan");
        TreeFixture tree = new TreeFixture(folder)
                .write("prisma/schema.prisma", SCHEMA)
                .write("prisma/migrations/1_a/migration.sql", "SELECT 1;")
                .write(".env", "A=1");
        WorkspaceScanner scanner = new WorkspaceScanner(ScanSettings.of(folder));
        Scan scan = scanner.scan();
        for (Edit edit : edits) {
            if (edit.apply(tree)) {
                scan = scanner.rescan(scan, new ChangeSet(new TreeSet<>(List.of(edit.path())), true));
                assertThat(scan).as("after %s", edit).isEqualTo(scanner.scan());
            }
        }
        tree.delete("");
    }

    @Provide
    Arbitrary<List<Edit>> edits() {
        Arbitrary<String> paths = Arbitraries.of(
                "prisma/schema.prisma",
                "prisma/more.prisma",
                "prisma/models/user.prisma",
                "prisma/models",
                "schema.prisma",
                "prisma",
                "prisma/migrations",
                "prisma/migrations/migration_lock.toml",
                "prisma/migrations/1_a",
                "prisma/migrations/1_a/migration.sql",
                "prisma/migrations/2_b/migration.sql",
                "prisma/migrations/2_b",
                ".env",
                "prisma/.env.local",
                "package.json",
                "prisma.config.ts",
                "src/code.ts",
                "node_modules/x/schema.prisma");
        Arbitrary<String> texts = Arbitraries.of(
                SCHEMA,
                "",
                "model A { id Int @id }",
                "{\"prisma\": \"7.0.0\"}",
                "export default { schema: \"prisma/models\" }");
        return Combinators.combine(paths, texts, Arbitraries.of(Kind.values()))
                .as(Edit::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }

    enum Kind {
        WRITE,
        DELETE,
        FOLDER
    }

    record Edit(String path, String text, Kind kind) {
        /** False when the tree is such that the edit is impossible. */
        boolean apply(TreeFixture tree) {
            Path target = tree.root().resolve(path);
            switch (kind) {
                case WRITE -> {
                    if (Files.isDirectory(target) || blocked(tree, target)) {
                        return false;
                    }
                    tree.write(path, text);
                }
                case DELETE -> {
                    if (!Files.exists(target)) {
                        return false;
                    }
                    tree.delete(path);
                }
                case FOLDER -> {
                    if (Files.exists(target) || blocked(tree, target)) {
                        return false;
                    }
                    tree.folder(path);
                }
            }
            return true;
        }

        private static boolean blocked(TreeFixture tree, Path target) {
            Path above = tree.root();
            for (Path name : tree.root().relativize(target)) {
                if (Files.isRegularFile(above)) {
                    return true;
                }
                above = above.resolve(name);
            }
            return false;
        }
    }
}
