package dev.schemawatch.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemawatch.check.CheckSettings;
import dev.schemawatch.check.EnvSettings;
import dev.schemawatch.check.TenantRule;
import dev.schemawatch.checks.Checks;
import dev.schemawatch.convention.SchemaConventions;
import dev.schemawatch.diff.ExpressionComparer;
import dev.schemawatch.engine.DatabaseState.Available;
import dev.schemawatch.engine.DatabaseState.Reason;
import dev.schemawatch.engine.DatabaseState.Unavailable;
import dev.schemawatch.migration.AppliedMigration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.Size;

/** Whatever was edited before, an evaluation with a memo comes to what one from scratch comes to. */
final class IncrementalEqualsFullTest {
    private static final String INIT = "prisma/migrations/20240101000000_init/migration.sql";
    private static final String BOOKING = "prisma/migrations/20240201000000_booking/migration.sql";

    private final Engine engine = new Engine(
            Checks.all(new CheckSettings(
                    List.of("Tenant", "Booking"),
                    Optional.of(
                            new TenantRule("tenantId", "String", new TenantRule.Models.AllExcept(Set.of("Tenant")))),
                    SchemaConventions.STANDARD,
                    EnvSettings.none(),
                    CheckSettings.POSTGRES_VERSION)),
            Checks.standard());

    @Property(tries = 300)
    void an_incremental_outcome_equals_the_one_from_scratch(@ForAll("edits") @Size(max = 20) List<Edit> edits) {
        World world = World.START;
        Memo memo = Memo.empty();
        for (Edit edit : edits) {
            world = edit.change().apply(world);
            Evaluation incremental = engine.evaluate(world.inputs(), memo);
            Evaluation full = engine.evaluate(world.inputs(), Memo.empty());
            assertThat(incremental.outcome()).as("after %s", edit.name()).isEqualTo(full.outcome());
            assertThat(incremental.memo().steps().keySet())
                    .as("nothing is remembered that is gone, after %s", edit.name())
                    .isEqualTo(full.memo().steps().keySet());
            memo = incremental.memo();
        }
    }

    @Property(tries = 100)
    void the_same_inputs_run_nothing_again(@ForAll("edits") @Size(max = 8) List<Edit> edits) {
        World world = World.START;
        for (Edit edit : edits) {
            world = edit.change().apply(world);
        }
        Evaluation first = engine.evaluate(world.inputs(), Memo.empty());
        Evaluation second = engine.evaluate(world.inputs(), first.memo());
        assertThat(second.steps()).isZero();
        assertThat(second.outcome()).isEqualTo(first.outcome());
    }

    @Provide
    Arbitrary<List<Edit>> edits() {
        Map<String, List<String>> texts = Map.of(
                Repository.SCHEMA,
                List.of(
                        Schemas.TENANT,
                        Schemas.TENANT_WITH_COMMENT,
                        Schemas.TENANT_AND_BOOKING,
                        Schemas.BROKEN,
                        Schemas.MYSQL,
                        "// nothing\n",
                        "/// schemawatch-ignore missing-tenant-field: rooms are shared\n" + Schemas.TENANT_AND_BOOKING,
                        "// schemawatch-ignore-start unique-without-tenant\n" + Schemas.TENANT,
                        Repository.NO_TEXT),
                Repository.OTHER_SCHEMA,
                List.of(Schemas.TENANT, Schemas.BROKEN),
                INIT,
                List.of(
                        "CREATE TABLE \"Tenant\" ();",
                        "",
                        "-- later",
                        "-- schemawatch-ignore-file empty-migration-file: comes later"),
                BOOKING,
                List.of("CREATE TABLE \"Booking\" ();", Repository.NO_TEXT),
                "prisma/migrations/01_by_hand.sql",
                List.of("SELECT 1;", " "),
                ".env",
                List.of(
                        "LIMIT=undefined\n",
                        "LIMIT=5\n",
                        "# schemawatch-ignore placeholder-in-env-value: it is\nLIMIT=undefined\n",
                        "= 5\n"),
                ".env.example",
                List.of("DATABASE_URL=\nLIMIT=5\n", "LIMIT=5\nPORT=1\n"),
                ".env.test",
                List.of("DATABASE_URL=postgresql://db.prod.eu/x?sslmode=verify-full\n", "LIMIT=${PORT}\n"));
        Arbitrary<Edit> write = Arbitraries.of(texts.entrySet().stream()
                .flatMap(choices -> choices.getValue().stream().map(text -> write(choices.getKey(), text)))
                .toList());
        Arbitrary<Edit> remove = Arbitraries.of(texts.keySet())
                .map(path -> new Edit("remove " + path, world -> world.files(files -> files.without(path))));
        Arbitrary<Edit> other = Arbitraries.of(
                new Edit(
                        "make a folder",
                        world -> world.files(files -> files.withFolder("prisma/migrations/20240301000000_empty"))),
                new Edit("commit", world -> world.files(Repository::commit)),
                new Edit(
                        "lose the database",
                        world -> world.database(new Unavailable(Reason.CONNECT, "nobody listens there"))),
                new Edit("find an empty database", world -> world.database(available("", new History.NoTable<>()))),
                new Edit(
                        "apply the first migration",
                        world -> world.database(
                                available(Schemas.TENANT, new History.Read<>(List.of(row("20240101000000_init")))))),
                new Edit(
                        "apply both migrations",
                        world -> world.database(available(
                                Schemas.TENANT_AND_BOOKING,
                                new History.Read<>(
                                        List.of(row("20240101000000_init"), row("20240201000000_booking")))))));
        return Arbitraries.frequencyOf(Tuple.of(5, write), Tuple.of(2, remove), Tuple.of(3, other))
                .list();
    }

    private static Edit write(String path, String text) {
        return new Edit("write " + path + ": " + text, world -> world.files(files -> files.with(path, text)));
    }

    private static Available available(String schema, History<List<AppliedMigration>> history) {
        return new Available(
                "17.2", Schemas.database(schema), history, ExpressionComparer.NOBODY_TO_ASK, Optional.empty());
    }

    private static AppliedMigration row(String name) {
        Instant then = Instant.parse("2025-12-04T12:00:00Z");
        return new AppliedMigration(name, "00", then, Optional.of(then), Optional.empty());
    }

    /** A change with a name for the report of a failure. */
    record Edit(String name, UnaryOperator<World> change) {
        @Override
        public String toString() {
            return name;
        }
    }

    private record World(Repository repository, DatabaseState state) {
        static final World START = new World(
                Repository.of(Map.of(Repository.SCHEMA, Schemas.TENANT, INIT, "CREATE TABLE \"Tenant\" ();")),
                new Unavailable(Reason.CONNECT, "not looked at yet"));

        World files(UnaryOperator<Repository> change) {
            return new World(change.apply(repository), state);
        }

        World database(DatabaseState next) {
            return new World(repository, next);
        }

        Inputs inputs() {
            return new Inputs(
                    repository.workspace(),
                    new TreeMap<>(Map.of(
                            "dev",
                            new WatchedDatabase(Optional.empty(), "public", state),
                            "staging",
                            new WatchedDatabase(Optional.of(Repository.SCHEMA), "app", state))));
        }
    }
}
