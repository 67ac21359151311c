package dev.schemawatch.demo;

import dev.schemawatch.scratch.LocalDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The three faults that together made 189 tests fail: an empty migration folder, a column that the schema expected and the
 * database lacked, and a connection string with the word {@code undefined} in it.
 */
record Incident(DemoRepository repository, LocalDatabase database) {
    private static final String EMPTY_MIGRATION = DemoRepository.MIGRATIONS + "/20240502090000_add_discounts";

    List<Scene> scenes() {
        return List.of(emptyMigrationFolder(), lostColumn(), undefinedInUrl());
    }

    private Scene emptyMigrationFolder() {
        Path folder = repository.folder().resolve(EMPTY_MIGRATION);
        return Scene.of(
                "A migration was begun and never written: its folder is empty.",
                "mkdir " + EMPTY_MIGRATION,
                () -> Files.createDirectory(folder),
                "empty-migration-folder",
                "rmdir " + EMPTY_MIGRATION,
                () -> Files.delete(folder));
    }

    private Scene lostColumn() {
        String drop = "ALTER TABLE \"Tenant\" DROP COLUMN \"landingPageConfig\"";
        String add = "ALTER TABLE \"Tenant\" ADD COLUMN \"landingPageConfig\" jsonb";
        return Scene.of(
                        "The database lacks a column that the schema expects.",
                        "psql -c '" + drop + "'",
                        () -> database.execute(drop),
                        "landingPageConfig",
                        "psql -c '" + add + "'",
                        () -> database.execute(add))
                .alerting();
    }

    private Scene undefinedInUrl() {
        return Scene.of(
                "The set-up of the tests pastes a variable that nobody set into the connection string.",
                "sed -i 's/connection_limit=10/connection_limit=undefined/' " + DemoRepository.TEST_ENVIRONMENT,
                () -> replaceInTestEnvironment("connection_limit=10", "connection_limit=undefined"),
                "placeholder-in-env-value",
                "sed -i 's/connection_limit=undefined/connection_limit=10/' " + DemoRepository.TEST_ENVIRONMENT,
                () -> replaceInTestEnvironment("connection_limit=undefined", "connection_limit=10"));
    }

    private void replaceInTestEnvironment(String old, String replacement) throws IOException {
        Path file = repository.folder().resolve(DemoRepository.TEST_ENVIRONMENT);
        Files.writeString(file, Files.readString(file).replace(old, replacement));
    }
}
