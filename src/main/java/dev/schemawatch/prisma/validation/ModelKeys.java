package dev.schemawatch.prisma.validation;

import dev.schemawatch.finding.Location;
import dev.schemawatch.prisma.FindingLog;
import dev.schemawatch.prisma.PrismaAst.Expression;
import dev.schemawatch.prisma.SchemaRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code @id}, {@code @unique}, {@code @@id}, {@code @@unique}, {@code @@index} and {@code @@fulltext} of one model. */
final class ModelKeys {
    private final FieldTable table;
    private final KeyPartsReader parts;
    private final PartialIndexRules conditions;
    private final FindingLog log;
    private final String model;
    private final List<Key> keys = new ArrayList<>();
    /** One, unless there are too many, which is reported. */
    private final List<Key> primaryKeys = new ArrayList<>();

    ModelKeys(FieldTable table, KeyPartsReader parts, PartialIndexRules conditions, FindingLog log) {
        this.table = table;
        this.parts = parts;
        this.conditions = conditions;
        this.log = log;
        this.model = table.block().name().text();
    }

    Optional<Key> primaryKey() {
        return primaryKeys.isEmpty() ? Optional.empty() : Optional.of(primaryKeys.getLast());
    }

    List<Key> keys() {
        return keys;
    }

    /** {@code @id}. */
    void idOnField(ArgumentReader arguments, TypedField field) {
        if (!primaryKeys.isEmpty()) {
            onBlock("a model has one primary key; for one of several fields write @@id([…]) and no @id");
        } else {
            primaryKeys.add(onField(Key.Kind.ID, arguments, field, Optional.empty()));
        }
    }

    /** {@code @unique}. */
    void uniqueOnField(ArgumentReader arguments, TypedField field) {
        keys.add(onField(Key.Kind.UNIQUE, arguments, field, conditions.check(arguments)));
    }

    private static Key onField(
            Key.Kind kind, ArgumentReader arguments, TypedField field, Optional<Location.InFile> where) {
        Optional<String> mappedName = arguments.name("map");
        Optional<Long> length = arguments.integer("length");
        Optional<Boolean> descending = arguments.descending();
        Optional<Boolean> clustered = arguments.bool("clustered");
        return new Key(
                kind,
                arguments.attribute(),
                true,
                List.of(new KeyPart(List.of(field), descending, length, Optional.empty(), false)),
                Optional.empty(),
                mappedName,
                Optional.empty(),
                clustered,
                where);
    }

    /** {@code @@id}. */
    void id(ArgumentReader arguments, boolean ignoredModel) {
        Optional<Expression> fields = arguments.required("fields");
        Optional<KeyPartsReader.Read> read = fields.flatMap(list -> parts.read(list, arguments.location(), false));
        if (read.isEmpty()) {
            return;
        }
        if (!read.get().sound()) {
            if (!read.get().unknown().isEmpty()) {
                report(fields.orElseThrow().location(), unknown(arguments, read.get()));
            }
            if (!read.get().valueless().isEmpty()) {
                report(arguments.location(), valueless(arguments, read.get()));
            }
            return;
        }
        List<String> optional = read.get().parts().stream()
                .map(KeyPart::field)
                .filter(field -> !field.isRequired())
                .map(TypedField::name)
                .toList();
        if (!optional.isEmpty() && !ignoredModel) {
            report(
                    arguments.location(),
                    "a primary key has required fields only; remove the ? or [] of " + String.join(", ", optional)
                            + ", or use @@unique");
        }
        if (!primaryKeys.isEmpty()) {
            onBlock("a model has either @id or @@id, not both; keep one of them");
        }
        Optional<String> mappedName = arguments.name("map");
        Optional<String> clientName = clientName(arguments);
        primaryKeys.add(new Key(
                Key.Kind.ID,
                arguments.attribute(),
                false,
                read.get().parts(),
                clientName,
                mappedName,
                Optional.empty(),
                arguments.bool("clustered"),
                Optional.empty()));
    }

    /** {@code @@unique}. */
    void unique(ArgumentReader arguments) {
        List<KeyPart> read = indexParts(arguments);
        Optional<String> clientName = arguments.name("name");
        Optional<String> mappedName = arguments.name("map");
        clientName.ifPresent(name -> isWellWritten(arguments, name));
        keys.add(new Key(
                Key.Kind.UNIQUE,
                arguments.attribute(),
                false,
                read,
                clientName,
                mappedName,
                Optional.empty(),
                arguments.bool("clustered"),
                conditions.check(arguments)));
    }

    /** {@code @@index}; its {@code name:} is what {@code map:} was called before Prisma 3. */
    void index(ArgumentReader arguments) {
        List<KeyPart> read = indexParts(arguments);
        Optional<String> name = arguments.name("name");
        Optional<String> mappedName = arguments.name("map");
        if (name.isPresent() && mappedName.isPresent()) {
            arguments.report(SchemaRules.INDEX, "name: is the old word for map:, and both are given; keep map: alone");
        }
        Optional<IndexMethod> method = arguments.constant("type").flatMap(word -> {
            Optional<IndexMethod> known = IndexMethod.of(word);
            if (known.isEmpty()) {
                arguments.report(
                        SchemaRules.INDEX, "type: is one of BTree, Hash, Gist, Gin, SpGist and Brin, not " + word);
            }
            return known;
        });
        keys.add(new Key(
                Key.Kind.INDEX,
                arguments.attribute(),
                false,
                read,
                Optional.empty(),
                mappedName.or(() -> name),
                method,
                arguments.bool("clustered"),
                conditions.check(arguments)));
    }

    /** {@code @@fulltext}. */
    void fullText(ArgumentReader arguments) {
        List<KeyPart> read = indexParts(arguments);
        keys.add(new Key(
                Key.Kind.FULLTEXT,
                arguments.attribute(),
                false,
                read,
                Optional.empty(),
                arguments.name("map"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    }

    private List<KeyPart> indexParts(ArgumentReader arguments) {
        Optional<KeyPartsReader.Read> read =
                arguments.required("fields").flatMap(list -> parts.read(list, arguments.location(), true));
        read.filter(list -> !list.unknown().isEmpty())
                .ifPresent(list -> report(arguments.location(), unknown(arguments, list)));
        read.filter(list -> !list.valueless().isEmpty())
                .ifPresent(list -> report(arguments.location(), valueless(arguments, list)));
        return read.filter(KeyPartsReader.Read::sound)
                .map(KeyPartsReader.Read::parts)
                .orElse(List.of());
    }

    private String unknown(ArgumentReader arguments, KeyPartsReader.Read read) {
        return arguments.written() + " names " + String.join(", ", read.unknown()) + ", which " + model
                + " does not have; add the field or correct the name";
    }

    private static String valueless(ArgumentReader arguments, KeyPartsReader.Read read) {
        return arguments.written() + " names " + String.join(", ", read.valueless())
                + ", a relation or of an unknown type, and so no column; name fields that hold values";
    }

    private static Optional<String> clientName(ArgumentReader arguments) {
        Optional<String> name = arguments.name("name");
        name.ifPresent(text -> isWellWritten(arguments, text));
        return name;
    }

    /** The name becomes part of the client's code. */
    private static void isWellWritten(ArgumentReader arguments, String name) {
        if (!name.matches("[A-Za-z0-9_]*")) {
            arguments.report(SchemaRules.NAME, "name: is made of letters, digits and _ only");
        }
    }

    private void onBlock(String message) {
        log.add(SchemaRules.KEY, table.block().location(), model, message);
    }

    private void report(Location.InFile place, String message) {
        log.add(SchemaRules.REFERENCE, place, model, message);
    }
}
