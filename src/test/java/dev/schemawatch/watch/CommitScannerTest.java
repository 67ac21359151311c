package dev.schemawatch.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemawatch.git.Blobs;
import dev.schemawatch.git.Git;
import dev.schemawatch.git.StagedCommit;
import dev.schemawatch.support.TreeFixture;
import dev.schemawatch.workspace.SourceFile;
import dev.schemawatch.workspace.SourceFile.Content;
import dev.schemawatch.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Where everything is staged, git and the disk say the same. */
class CommitScannerTest {
    private static final String SCHEMA = "datasource db {\n  provider = \"postgresql\"\n  url = env(\"U\")\n}\n";

    @Property(tries = 60)
    void what_is_staged_scans_like_the_disk(
            @ForAll("files") Map<String, String> files, @ForAll("links") Map<String, String> links) throws IOException {
        Path folder = Files.createTempDirectory("staged");
        TreeFixture tree = new TreeFixture(folder).git("init", "-q");
        files.forEach((path, text) -> tree.write(path, text));
        for (Map.Entry<String, String> link : links.entrySet()) {
            Path place = folder.resolve(link.getKey());
            boolean inside = place.resolveSibling(link.getValue()).normalize().startsWith(folder);
            if (inside
                    && Files.notExists(place, LinkOption.NOFOLLOW_LINKS)
                    && Files.isDirectory(place.resolve("..").normalize())) {
                Files.createSymbolicLink(place, Path.of(link.getValue()));
            }
        }
        tree.git("add", "--force", ".");

        ScanSettings settings = ScanSettings.of(folder);
        Git git = Git.of(folder);
        StagedCommit commit = StagedCommit.read(git).given().orElseThrow();
        try (Blobs blobs = Blobs.of(git).given().orElseThrow()) {
            Workspace staged = new CommitScanner(settings, blobs)
                    .scan(commit.staged(), Optional.empty())
                    .workspace();
            Workspace disk = new WorkspaceScanner(settings).scan().workspace();
            assertThat(withoutReasons(staged)).isEqualTo(withoutReasons(disk));
        }
        tree.delete("");
    }

    /** What to do about a link that leads nowhere is another thing in an index. */
    private static Workspace withoutReasons(Workspace workspace) {
        SortedMap<String, SourceFile> files = new TreeMap<>(workspace.files());
        files.replaceAll((path, file) -> file.content() instanceof Content.Unreadable
                ? new SourceFile(path, new Content.Unreadable("cannot be read", ""))
                : file);
        return new Workspace(
                workspace.projects(), workspace.rootSchema(), files, workspace.directories(), Optional.empty());
    }

    @Provide
    Arbitrary<Map<String, String>> files() {
        Arbitrary<String> paths = Arbitraries.of(
                "prisma/schema.prisma",
                "prisma/more.prisma",
                "prisma/models/user.prisma",
                "schema.prisma",
                "prisma/migrations/migration_lock.toml",
                "prisma/migrations/1_a/migration.sql",
                "prisma/migrations/2_b/notes/read.me",
                "prisma/migrations/3_c~",
                "db/migrations/migration_lock.toml",
                "packages/a/prisma/schema.prisma/left.txt",
                "a/b/c/d/e/f/g/h/i/j/k/schema.prisma",
                "a/b/c/d/e/f/g/h/i/j/k/l/schema.prisma",
                ".hidden/schema.prisma",
                ".config/prisma.ts",
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
        return Arbitraries.maps(paths, texts).ofMinSize(1).ofMaxSize(12);
    }

    @Provide
    Arbitrary<Map<String, String>> links() {
        Arbitrary<String> places = Arbitraries.of(
                "prisma/linked.prisma", "prisma/migrations/4_d", "migrations", "prisma/.env", "prisma/migrations/5_e");
        Arbitrary<String> targets =
                Arbitraries.of("models/user.prisma", "1_a", "prisma/migrations", "..", "../.env", "nowhere", "5_e");
        return Arbitraries.maps(places, targets).ofMaxSize(3);
    }
}
