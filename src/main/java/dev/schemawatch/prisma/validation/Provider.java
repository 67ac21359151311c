package dev.schemawatch.prisma.validation;

import dev.schemawatch.prisma.ScalarType;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The databases that Prisma has, and what each of them can do. Facts: Prisma 6.19. */
enum Provider {
    /** A schema without a datasource: Prisma then allows what every database has. */
    NONE("every database", EnumSet.of(Ability.JSON, Ability.AUTOINCREMENT)),
    POSTGRESQL("PostgreSQL", Provider.ofPostgresql()),
    COCKROACHDB("CockroachDB", Provider.ofCockroachdb()),
    /** All others: nothing is said about what they cannot do. */
    OTHER("this database", EnumSet.allOf(Ability.class));

    private static final int POSTGRESQL_NAME_BYTES = 63;

    private final String words;
    private final Set<Ability> abilities;

    Provider(String words, Set<Ability> abilities) {
        this.words = words;
        this.abilities = abilities;
    }

    /** What a database can do, or not. */
    enum Ability {
        JSON,
        JSON_LISTS,
        LISTS,
        DECIMAL,
        AUTOINCREMENT,
        AUTOINCREMENT_ANYWHERE,
        AUTO_FUNCTION,
        COMPOSITE_TYPES,
        NAMED_DEFAULTS,
        NAMED_PRIMARY_KEYS,
        NAMED_FOREIGN_KEYS,
        KEY_LENGTH,
        KEY_SORT,
        CLUSTERING,
        FULL_TEXT,
        NAMESPACES,
        REFERENCES_IN_ANY_ORDER,

        SHARD_KEYS
    }

    /** The provider that a datasource names, if Prisma has it. */
    static Optional<Provider> of(String word) {
        return switch (word) {
            case "postgresql", "postgres" -> Optional.of(POSTGRESQL);
            case "cockroachdb" -> Optional.of(COCKROACHDB);
            case "mysql", "sqlite", "sqlserver", "mongodb" -> Optional.of(OTHER);
            default -> Optional.empty();
        };
    }

    /** As a message names it. */
    String words() {
        return words;
    }

    boolean can(Ability ability) {
        return abilities.contains(ability);
    }

    boolean has(IndexMethod method) {
        return switch (this) {
            case NONE -> method == IndexMethod.B_TREE;
            case POSTGRESQL, OTHER -> true;
            case COCKROACHDB -> method == IndexMethod.B_TREE || method == IndexMethod.GIN;
        };
    }

    boolean hasType(ScalarType type) {
        return switch (type) {
            case JSON -> can(Ability.JSON);
            case DECIMAL -> can(Ability.DECIMAL);
            case STRING, BOOLEAN, INT, BIG_INT, FLOAT, DATE_TIME, BYTES -> true;
        };
    }

    /** How many bytes of a name the database keeps. */
    int nameBytes() {
        return switch (this) {
            case POSTGRESQL, COCKROACHDB -> POSTGRESQL_NAME_BYTES;
            case NONE, OTHER -> Integer.MAX_VALUE;
        };
    }

    /** Whether the names of primary keys and indexes share one namespace of the whole database schema. */
    boolean sharesIndexNames() {
        return this == POSTGRESQL;
    }

    /** Whether the names of the constraints of one table must differ. */
    boolean sharesTableNames() {
        return this == POSTGRESQL || this == COCKROACHDB;
    }

    /** Whether the names of the indexes and unique constraints of one table must differ, whatever else must. */
    boolean sharesIndexNamesOfTable() {
        return this == OTHER;
    }

    private static Set<Ability> ofPostgresql() {
        Set<Ability> abilities = ofCockroachdb();
        abilities.add(Ability.JSON_LISTS);
        return abilities;
    }

    private static Set<Ability> ofCockroachdb() {
        return EnumSet.of(
                Ability.JSON,
                Ability.LISTS,
                Ability.DECIMAL,
                Ability.AUTOINCREMENT,
                Ability.AUTOINCREMENT_ANYWHERE,
                Ability.NAMED_PRIMARY_KEYS,
                Ability.NAMED_FOREIGN_KEYS,
                Ability.NAMESPACES,
                Ability.REFERENCES_IN_ANY_ORDER);
    }
}
