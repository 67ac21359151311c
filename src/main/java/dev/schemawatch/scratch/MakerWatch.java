package dev.schemawatch.scratch;

import dev.schemawatch.migration.Ledger;
import dev.schemawatch.migration.LedgerReader;
import dev.schemawatch.migration.MadeObject;
import dev.schemawatch.migration.Observed;
import dev.schemawatch.migration.Observed.Made;
import dev.schemawatch.migration.OpaqueStatements;
import dev.schemawatch.replay.ReplayPlan;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Compares the catalog before and after each migration that may make what its script does not say, so that every object of the
 * scratch database has a maker: by the scripts, or by what is seen here. An object is known again by its row, whatever it is
 * called meanwhile.
 */
final class MakerWatch {
    private final ReplayPlan plan;
    private final MakerRecords records;
    private final Observed earlier;
    private final String query = query();
    private final Map<String, Made> present = new HashMap<>();
    private final List<Made> gone = new ArrayList<>();
    private Map<String, MadeObject> rows = Map.of();
    private int looked = -1;
    private boolean blind;

    /** @param reused how many migrations are applied already */
    MakerWatch(ReplayPlan plan, MakerRecords records, int reused) {
        this.plan = plan;
        this.records = records;
        this.earlier = records.upTo(reused, plan).orElseGet(() -> new Observed(reused, List.of()));
    }

    /** Before the migration of that number, from 0 on. */
    void begins(Connection connection, int number) {
        boolean first = looked < 0 && !earlier.made().isEmpty();
        if (first || (isOpaque(number) && looked != number)) {
            look(connection, number);
            follow(number, true);
        }
    }

    /** After the migration of that number. */
    void ended(Connection connection, int number) {
        if (isOpaque(number)) {
            Set<MadeObject> before = Set.copyOf(rows.values());
            Set<String> rowsBefore = rows.keySet();
            look(connection, number + 1);
            follow(number + 1, false);
            Ledger said = LedgerReader.read(List.of(plan.migrations().get(number)));
            rows.forEach((row, object) -> {
                boolean made = !rowsBefore.contains(row) && !before.contains(object);
                if (made && said.origin(object).isEmpty()) {
                    present.put(row, new Made(object, number, number + 1, number + 1));
                }
            });
        }
    }

    /** So many migrations are applied: keeps what was seen, for a later run and for whoever asks. */
    void settled(Connection connection, int applied) {
        if (!present.isEmpty() && looked != applied) {
            look(connection, applied);
            follow(applied, true);
        }
        List<Made> made = new ArrayList<>(gone);
        made.addAll(present.values());
        records.keep(new Observed(applied, made), plan);
    }

    private boolean isOpaque(int number) {
        return OpaqueStatements.areIn(plan.migrations().get(number));
    }

    private void look(Connection connection, int applied) {
        if (blind) {
            return;
        }
        try {
            rows = objects(connection);
        } catch (SQLException _) {
            blind = true; // a script has left the session in such a state; what was seen before stays true
            return;
        }
        if (looked < 0) {
            recognize();
        }
        looked = applied;
    }

    /** What an earlier run has seen to its end is there under the same name. */
    private void recognize() {
        Map<MadeObject, Made> last = new HashMap<>();
        for (Made made : earlier.made()) {
            if (made.until() == earlier.applied()) {
                last.put(made.object(), made);
            } else {
                gone.add(made);
            }
        }
        rows.forEach((row, object) -> {
            Made made = last.get(object);
            if (made != null) {
                present.put(row, made);
            }
        });
    }

    /**
     * Follows what is known to where it is now. An index has another row once the type of its column has changed, under the same
     * name: it is the same where scripts say whatever else was made.
     *
     * @param said whether only migrations have run that say what they make
     */
    private void follow(int applied, boolean said) {
        if (looked != applied) {
            return;
        }
        Map<MadeObject, String> places = new HashMap<>();
        rows.forEach((row, object) -> places.put(object, row));
        Map<String, Made> before = Map.copyOf(present);
        present.clear();
        before.forEach((known, made) -> {
            String row = said && !rows.containsKey(known) ? places.getOrDefault(made.object(), known) : known;
            MadeObject object = rows.get(row);
            boolean same = made.object().equals(object);
            if (!same) {
                gone.add(made);
            }
            if (object != null) {
                present.put(row, new Made(object, made.by(), same ? made.since() : applied, applied));
            }
        });
    }

    /** By the number of its row. One in {@code public} is left out where this is not the namespace: both are known without one. */
    private Map<String, MadeObject> objects(Connection connection) throws SQLException {
        Map<String, MadeObject> objects = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            while (found.next()) {
                String schema = found.getString(3);
                boolean own = schema.equals(plan.namespace());
                if (own || !schema.equals("public")) {
                    String member = Objects.requireNonNullElse(found.getString(5), "");
                    objects.put(
                            found.getString(1),
                            new ObjectFields(found.getString(2), own ? "" : schema, found.getString(4), member)
                                    .object());
                }
            }
        }
        return objects;
    }

    private static String query() {
        try (InputStream in = MakerWatch.class.getResourceAsStream("objects.sql")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
