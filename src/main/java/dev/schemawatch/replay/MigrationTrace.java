package dev.schemawatch.replay;

import dev.schemawatch.finding.Location;
import dev.schemawatch.migration.Migration;
import dev.schemawatch.sql.SqlSecrets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** What each statement of a migration was seen to do. On an empty database: the locks are those of a full one, the times not. */
public record MigrationTrace(Migration migration, List<Statement> statements) {
    public MigrationTrace {
        Objects.requireNonNull(migration);
        statements = List.copyOf(statements);
    }

    /**
     * @param text with stars in place of secrets
     * @param locks on relations that were there before the migration, those that the statements before have not taken yet
     * @param changes in order of their names
     */
    public record Statement(
            Location.InFile place, String text, Duration took, List<TakenLock> locks, List<Change> changes) {
        public Statement {
            Objects.requireNonNull(place);
            text = SqlSecrets.of(text).hide();
            Objects.requireNonNull(took);
            locks = List.copyOf(locks);
            changes = List.copyOf(changes);
        }
    }

    /** @param relation with its schema, unquoted */
    public record TakenLock(String relation, LockMode mode) {
        public TakenLock {
            Objects.requireNonNull(relation);
            Objects.requireNonNull(mode);
        }
    }

    /** @param relation with its schema, unquoted */
    public record Change(Kind kind, String relation) {
        public Change {
            Objects.requireNonNull(kind);
            Objects.requireNonNull(relation);
        }

        /** What became of a relation. */
        public enum Kind {
            CREATED("creates"),
            INDEX_BUILT("builds the index"),
            INDEX_REBUILT("builds the index anew"),
            REWRITTEN("writes all rows anew of"),
            DROPPED("drops");

            private final String words;

            Kind(String words) {
                this.words = words;
            }

            /** The verb of a sentence. */
            public String words() {
                return words;
            }
        }
    }
}
