package dev.schemawatch.scratch;

import dev.schemawatch.env.ConnectionUrl;
import dev.schemawatch.sql.SqlName;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A database that is kept for dry runs. While one is at work there is a schema in it that marks it: so the next run knows what
 * a run has left that was killed. Nothing that was there before is touched, be it schema or extension.
 *
 * @param schemas that were there before
 * @param extensions that were there before
 * @param privileges the numbers of the default privileges that were there before
 * @param contents everything that was there before
 * @param rights statements that bring back who owned the database and its schemas, who might use them, and what was said of them
 */
record GivenDatabase(
        List<String> schemas,
        List<String> extensions,
        List<String> privileges,
        CatalogContents contents,
        List<String> rights)
        implements Tidying {
    private static final String BETWEEN_STATEMENTS = "\u001E";

    private static final String MARK = "schemawatch_dry_run";
    private static final String MARK_COMMENT =
            "Schemawatch tries migrations in this database, and empties it of all but: ";

    /** Any number that nobody else is likely to lock. */
    private static final long LOCK = 7_330_115_402_001L;

    private static final int PASSES = 3;
    private static final int MOST_NAMES = 5;

    static GivenDatabase take(Connection guard, ConnectionUrl url) throws SQLException {
        if (!Sessions.texts(guard, "SELECT pg_try_advisory_lock(" + LOCK + ")::text", List.of())
                .contains("true")) {
            throw new ScratchException(
                    ScratchException.Kind.FAILED,
                    "Another dry run is at work in " + url.display() + ". Wait for its end, or name another database.");
        }
        Optional<GivenDatabase> marked = marked(guard);
        if (marked.isPresent()) {
            marked.get().empty(guard);
        }
        List<String> schemas = Sessions.texts(
                guard,
                "SELECT nspname FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname NOT IN ('information_schema', '"
                        + MARK + "') ORDER BY nspname",
                List.of());
        GivenDatabase now = new GivenDatabase(
                schemas,
                Sessions.texts(guard, "SELECT extname FROM pg_extension ORDER BY extname", List.of()),
                Sessions.texts(guard, "SELECT oid::text FROM pg_default_acl ORDER BY oid", List.of()),
                CatalogContents.of(guard),
                rights(guard, schemas));
        now.requireEmpty(guard, url);
        if (marked.isEmpty()) {
            now.mark(guard);
        }
        return now;
    }

    @Override
    public void tidy(Connection guard) throws SQLException {
        empty(guard);
        List<String> left = CatalogContents.of(guard).since(contents).stream()
                .filter(name -> !name.equals("schema " + MARK))
                .filter(name -> schemas.stream().noneMatch(schema -> name.equals("schema " + schema)))
                .toList();
        if (!left.isEmpty()) {
            throw new ScratchException(
                    ScratchException.Kind.FAILED,
                    "The scratch database could not be emptied: there is still " + some(left)
                            + ". Remove it by hand, or make the database anew.");
        }
        Sessions.run(guard, "DROP SCHEMA IF EXISTS " + MARK);
    }

    private void requireEmpty(Connection guard, ConnectionUrl url) throws SQLException {
        List<String> content = content(guard);
        if (!content.isEmpty()) {
            throw new ScratchException(
                    ScratchException.Kind.REFUSED,
                    url.display() + " is not empty, and no dry run has left what it holds (" + some(content)
                            + "). A dry run writes to an empty database only: name another one, or empty this one yourself.");
        }
    }

    private static String some(List<String> names) {
        return names.stream().limit(MOST_NAMES).collect(Collectors.joining(", "))
                + (names.size() > MOST_NAMES ? " and " + (names.size() - MOST_NAMES) + " more" : "");
    }

    private void mark(Connection guard) throws SQLException {
        String kept = String.join("\n", schemas) + "\n\n" + String.join("\n", extensions) + "\n\n"
                + String.join("\n", privileges) + "\n\n"
                + String.join(BETWEEN_STATEMENTS, rights);
        Sessions.run(guard, "CREATE SCHEMA " + MARK);
        Sessions.run(guard, "COMMENT ON SCHEMA " + MARK + " IS '" + (MARK_COMMENT + kept).replace("'", "''") + "'");
    }

    private static Optional<GivenDatabase> marked(Connection guard) throws SQLException {
        return Sessions.texts(
                        guard,
                        "SELECT obj_description(oid, 'pg_namespace') FROM pg_namespace WHERE nspname = '" + MARK
                                + "' AND obj_description(oid, 'pg_namespace') LIKE '" + MARK_COMMENT + "%'",
                        List.of())
                .stream()
                .map(comment -> comment.substring(MARK_COMMENT.length()).split("\n\n", 4))
                .map(parts -> new GivenDatabase(
                        List.of(parts[0].split("\n")),
                        List.of(parts.length > 1 ? parts[1].split("\n") : new String[0]),
                        List.of(parts.length > 2 ? parts[2].split("\n") : new String[0]),
                        new CatalogContents(Set.of()),
                        List.of(parts.length > 3 ? parts[3].split(BETWEEN_STATEMENTS) : new String[0])))
                .findFirst();
    }

    /** Removing one object may take others along, and one may be in the way of another. */
    private void empty(Connection guard) throws SQLException {
        Optional<SQLException> inTheWay = Optional.empty();
        for (int pass = 0; pass < PASSES; pass++) {
            inTheWay = Optional.empty();
            for (String drop : removals(guard)) {
                try {
                    Sessions.run(guard, drop);
                } catch (SQLException e) {
                    inTheWay = Optional.of(e);
                }
            }
            if (inTheWay.isEmpty()) {
                break;
            }
        }
        if (inTheWay.isPresent()) {
            throw inTheWay.get();
        }
        List<String> present = Sessions.texts(guard, "SELECT nspname FROM pg_namespace", List.of());
        for (String schema : schemas) {
            if (!present.contains(schema)) {
                Sessions.run(guard, "CREATE SCHEMA " + SqlName.quote(schema));
            }
        }
        restoreRights(guard);
    }

    /** Only what is not as it was: a role that owns the database need not own its schemas. With the owner most of it is. */
    private void restoreRights(Connection guard) throws SQLException {
        for (String owner :
                lost(guard).stream().filter(each -> each.contains(" OWNER TO ")).toList()) {
            Sessions.run(guard, owner);
        }
        if (rights.isEmpty() || rights.equals(rights(guard, schemas))) {
            return;
        }
        for (String revocation : Sessions.texts(guard, query("revocations"), schemas)) {
            Sessions.run(guard, revocation);
        }
        for (String statement : lost(guard)) {
            Sessions.run(guard, statement);
        }
    }

    private List<String> lost(Connection guard) throws SQLException {
        List<String> lost = new ArrayList<>(rights);
        lost.removeAll(rights(guard, schemas));
        return lost;
    }

    private static List<String> rights(Connection guard, List<String> schemas) throws SQLException {
        return Sessions.texts(guard, query("rights"), schemas);
    }

    private List<String> removals(Connection guard) throws SQLException {
        return Sessions.texts(guard, query("removals"), kept());
    }

    private List<String> content(Connection guard) throws SQLException {
        return Sessions.texts(guard, query("removals"), kept()).stream()
                .map(drop -> drop.replaceFirst("^DROP ", "")
                        .replace("IF EXISTS ", "")
                        .replace(" CASCADE", ""))
                .toList();
    }

    /** All of it in one array, told apart by a letter. */
    private List<String> kept() {
        List<String> kept = new ArrayList<>();
        schemas.forEach(schema -> kept.add("s" + schema));
        kept.add("s" + MARK);
        extensions.forEach(extension -> kept.add("e" + extension));
        privileges.forEach(number -> kept.add("d" + number));
        return kept;
    }

    private static String query(String name) {
        try (InputStream in = GivenDatabase.class.getResourceAsStream(name + ".sql")) {
            if (in == null) {
                throw new IllegalStateException("the program lacks " + name + ".sql");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
