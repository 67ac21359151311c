package dev.schemawatch.engine;

import dev.schemawatch.diff.SchemaObject;
import dev.schemawatch.migration.Ledger;
import dev.schemawatch.migration.LedgerTable.PartKind;
import dev.schemawatch.migration.MadeObject;
import dev.schemawatch.migration.MadeObject.Kind;
import dev.schemawatch.migration.MadeObject.Standing;
import dev.schemawatch.migration.Origin;
import dev.schemawatch.migration.SeenMakers;
import dev.schemawatch.sql.SqlName;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the objects of a database were made: by the scripts, which know the line; else by what was seen as they ran.
 *
 * @param namespace the PostgreSQL schema that scripts mean when they name none
 */
public record ObjectMakers(Ledger said, SeenMakers seen, String namespace) {
    private static final String PUBLIC = "public";

    public ObjectMakers {
        Objects.requireNonNull(said);
        Objects.requireNonNull(seen);
        Objects.requireNonNull(namespace);
    }

    /** The place in a migration; empty when it is not known for certain. */
    public Optional<Origin> of(SchemaObject object) {
        if (!namespace.equals(PUBLIC) && object.owner().schema().equals(PUBLIC)) {
            return Optional.empty(); // both are written without a schema
        }
        return objects(object)
                .flatMap(made -> said.origin(made).stream())
                .findFirst()
                .or(() ->
                        objects(object).flatMap(made -> seen.of(made).stream()).findFirst());
    }

    private Stream<MadeObject> objects(SchemaObject object) {
        return names(object).flatMap(name -> switch (object.kind()) {
            case NAMESPACE -> Stream.of(new Standing(Kind.SCHEMA, name));
            case EXTENSION -> Stream.of(new Standing(Kind.EXTENSION, name));
            case ENUM -> Stream.of(new Standing(Kind.TYPE, name));
            case TABLE -> Stream.of(new Standing(Kind.TABLE, name));
            case VIEW -> Stream.of(new Standing(Kind.VIEW, name));
            case SEQUENCE -> Stream.of(new Standing(Kind.SEQUENCE, name));
            case COLUMN -> object.member().map(column -> new MadeObject.Column(name, column)).stream();
            case PRIMARY_KEY -> parts(object, name, PartKind.PRIMARY_KEY);
            case INDEX -> parts(object, name, PartKind.INDEX, PartKind.UNIQUE);
            case FOREIGN_KEY -> parts(object, name, PartKind.FOREIGN_KEY);
        });
    }

    private static Stream<MadeObject> parts(SchemaObject object, SqlName table, PartKind... kinds) {
        return object.member().stream()
                .flatMap(part -> Stream.of(kinds).map(kind -> new MadeObject.Part(table, kind, part)));
    }

    /** With the schema or without it, as scripts may write it. */
    private Stream<SqlName> names(SchemaObject object) {
        SqlName bare = new SqlName(Optional.empty(), object.owner().name());
        String schema = object.owner().schema();
        SqlName qualified = new SqlName(Optional.of(schema), object.owner().name());
        if (schema.isEmpty()) {
            return Stream.of(bare);
        }
        return schema.equals(namespace) ? Stream.of(bare, qualified).distinct() : Stream.of(qualified);
    }
}
