package dev.schemawatch.scratch;

import dev.schemawatch.migration.LedgerTable.PartKind;
import dev.schemawatch.migration.MadeObject;
import dev.schemawatch.migration.MadeObject.Kind;
import dev.schemawatch.migration.MadeObject.Standing;
import dev.schemawatch.sql.SqlName;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An object as {@code objects.sql} names it, and as it is kept.
 *
 * @param schema empty for that of the history, and for what is in none
 * @param owner the object itself, or the table of a part
 * @param member empty for an object that stands alone
 */
record ObjectFields(String kind, String schema, String owner, String member) {
    private static final String COLUMN = "COLUMN";

    ObjectFields {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(schema);
        Objects.requireNonNull(owner);
        Objects.requireNonNull(member);
    }

    static ObjectFields of(MadeObject object) {
        String schema = object.owner().schema().orElse("");
        String owner = object.owner().name();
        return switch (object) {
            case Standing(Kind kind, var _) -> new ObjectFields(kind.name(), schema, owner, "");
            case MadeObject.Column(var _, String name) -> new ObjectFields(COLUMN, schema, owner, name);
            case MadeObject.Part(var _, PartKind kind, String name) ->
                new ObjectFields(kind.name(), schema, owner, name);
        };
    }

    /** @throws IllegalArgumentException when there is no such kind */
    MadeObject object() {
        SqlName name = new SqlName(Optional.of(schema).filter(text -> !text.isEmpty()), owner);
        if (kind.equals(COLUMN)) {
            return new MadeObject.Column(name, member);
        }
        return member.isEmpty()
                ? new Standing(Kind.valueOf(kind), name)
                : new MadeObject.Part(name, PartKind.valueOf(kind), member);
    }

    Stream<String> texts() {
        return Stream.of(kind, schema, owner, member);
    }
}
