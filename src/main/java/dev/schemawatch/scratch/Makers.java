package dev.schemawatch.scratch;

import dev.schemawatch.sql.SqlName;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Which migration each object of a scratch database is from, also where a function or a DO block made it, of which no script says
 * so. PostgreSQL knows by itself: each row of its catalog names the transaction that wrote it (manual, 5.6 "System Columns"), and
 * so does Prisma's row of each migration. That is copied with a database, so that it holds for what was replayed before, too.
 */
public final class Makers {
    private Makers() {}

    /**
     * An object of a database.
     *
     * @param kind as {@code makers.sql} calls it
     * @param owner the object itself, or the table of a part
     */
    public record Made(String kind, String schema, String owner, Optional<String> member) {
        public Made {
            Objects.requireNonNull(kind);
            Objects.requireNonNull(schema);
            Objects.requireNonNull(owner);
            Objects.requireNonNull(member);
        }
    }

    /**
     * The names of the migrations.
     *
     * @param namespace in which Prisma keeps its history
     */
    public static Map<Made, String> in(Scratch scratch, String namespace) {
        try (Connection connection = scratch.open();
                Statement statement = connection.createStatement()) {
            statement.execute("SET search_path = " + SqlName.quote(namespace));
            Map<Made, String> makers = new HashMap<>();
            try (ResultSet rows = statement.executeQuery(query())) {
                while (rows.next()) {
                    Optional<String> migration = Optional.ofNullable(rows.getString(5));
                    Made made = new Made(
                            rows.getString(1),
                            rows.getString(2),
                            rows.getString(3),
                            Optional.ofNullable(rows.getString(4)));
                    migration.ifPresent(name -> makers.put(made, name));
                }
            }
            return makers;
        } catch (SQLException e) {
            throw new ScratchException(
                    ScratchException.Kind.FAILED,
                    "The scratch database (" + scratch.display() + ") does not say what came from where: "
                            + e.getMessage(),
                    e);
        }
    }

    private static String query() {
        try (InputStream in = Makers.class.getResourceAsStream("makers.sql")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
