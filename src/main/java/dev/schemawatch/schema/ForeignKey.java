package dev.schemawatch.schema;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * A foreign key.
 *
 * @param name the constraint's name
 * @param columns the referencing columns, in constraint order
 * @param referencedTable the table referred to
 * @param referencedColumns in the order of {@code columns}
 */
public record ForeignKey(
        String name,
        List<String> columns,
        QualifiedName referencedTable,
        List<String> referencedColumns,
        Action onDelete,
        Action onUpdate) {

    public ForeignKey {
        Objects.requireNonNull(name);
        columns = List.copyOf(columns);
        referencedColumns = List.copyOf(referencedColumns);
    }

    /** The key for people, without its name: {@code (userId) references public.User (id) on delete …}. */
    public String display() {
        return "(" + String.join(", ", columns) + ") references " + referencedTable + " ("
                + String.join(", ", referencedColumns) + ") on delete " + onDelete.words() + " on update "
                + onUpdate.words();
    }

    /** What happens to the referencing row. */
    public enum Action {
        NO_ACTION,
        RESTRICT,
        CASCADE,
        SET_NULL,
        SET_DEFAULT;

        /** The action as SQL writes it. */
        public String sql() {
            return name().replace('_', ' ');
        }

        /** The action for people: {@code set null}. */
        public String words() {
            return sql().toLowerCase(Locale.ROOT);
        }
    }
}
