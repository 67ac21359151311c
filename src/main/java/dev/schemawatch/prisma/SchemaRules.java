package dev.schemawatch.prisma;

import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import java.util.List;

/** The rules of the schema language itself: what reading a schema can find wrong, before any check looks at it. */
public final class SchemaRules {
    /** The text is not written in the schema language. */
    public static final Rule SYNTAX = rule("schema-syntax")
            .summary("The schema cannot be read here")
            .why("Prisma refuses the whole schema, so no client is generated and no migration is made.")
            .instead("Write the line as the schema language wants it; the message names what was expected.");

    /** A name that nothing declares. */
    public static final Rule REFERENCE = rule("schema-reference")
            .summary("The schema uses a name that it does not declare")
            .why("Prisma refuses the whole schema; most often a model or field was renamed in one place only.")
            .instead("Use the declared name, or declare what is missing.");

    /** A name that is declared twice. */
    public static final Rule DUPLICATE = rule("schema-duplicate")
            .summary("The schema declares the same thing twice")
            .why("Prisma refuses the whole schema; a merge that kept both sides is the usual cause.")
            .instead("Remove or rename one of the two.");

    /** A relation whose two sides do not fit. */
    public static final Rule RELATION = rule("schema-relation")
            .summary("The two sides of a relation do not fit together")
            .why("Prisma refuses the whole schema: it cannot tell which columns make up the foreign key.")
            .instead("Declare a field on both models, and on one of them @relation(fields: […], references: […]).");

    /** A name that Prisma does not allow. */
    public static final Rule NAME = rule("schema-name")
            .summary("A name is reserved or not written as Prisma wants names")
            .why("Prisma refuses the whole schema: the name could not be used in the generated client.")
            .instead("Choose another name; the database can keep the old one with @map or @@map.");

    /** An attribute, or an argument of one, that has no meaning where it stands. */
    public static final Rule ATTRIBUTE = rule("schema-attribute")
            .summary("An attribute or one of its arguments does not belong here")
            .why("Prisma refuses the whole schema rather than guess what was meant.")
            .instead("Correct the attribute's name or its arguments; the message names what is known here.");

    /** A type that does not fit. */
    public static final Rule TYPE = rule("schema-type")
            .summary("The type of a field does not fit the database or its native type")
            .why("Prisma refuses the whole schema: no column could be made from the field.")
            .instead("Use a native type that belongs to the field's type, with arguments in its range.");

    /** A default that does not fit the field. */
    public static final Rule DEFAULT = rule("schema-default")
            .summary("A default does not fit the type of its field")
            .why("Prisma refuses the whole schema: the value could not be stored in the column.")
            .instead("Write a value of the field's type, or a function that yields one.");

    /** A primary key or unique constraint that cannot be. */
    public static final Rule KEY = rule("schema-key")
            .summary("A model has no usable primary key or unique constraint")
            .why("Prisma refuses the whole schema: its client must be able to tell two rows apart.")
            .instead("Give the model one @id or @@id on required fields, or a @unique that is always set.");

    /** An index that cannot be. */
    public static final Rule INDEX = rule("schema-index")
            .summary("An index cannot be made like this")
            .why("Prisma refuses the whole schema, and PostgreSQL would refuse the index.")
            .instead("Use a type and operator class of index that fits the types of the fields.");

    /** Two constraints of one name, or a name that the database would cut off. */
    public static final Rule CONSTRAINT_NAME = rule("schema-constraint-name")
            .summary("The name of a constraint or index is taken, or too long")
            .why("Prisma refuses the whole schema: PostgreSQL keeps 63 bytes of a name, and each name once.")
            .instead("Give one of them another, shorter name with map: \"…\".");

    /** An action that sets null where null is not allowed. */
    public static final Rule SET_NULL = warning("schema-set-null")
            .summary("A referential action sets null in a field that is required")
            .why("PostgreSQL accepts the foreign key, and every delete or update that fires it then fails.")
            .instead("Make the fields of the foreign key optional, or choose Cascade, Restrict or NoAction.");

    /** A relation that Prisma emulates without an index. */
    public static final Rule RELATION_INDEX = warning("schema-relation-index")
            .summary("A relation that the client looks up itself has no index")
            .why(
                    "With relationMode = \"prisma\" the client looks related rows up itself, and scans the table each time.")
            .instead("Add @@index([…]) with the fields of the relation first.");

    /** A database schema that is not declared, or missing. */
    public static final Rule NAMESPACE = rule("schema-namespace")
            .summary("A model or enum names no database schema, or an unknown one")
            .why("Prisma refuses the whole schema: it cannot tell where the table lives.")
            .instead(
                    "List the database schemas in schemas = […] of the datasource, and put each model in one with @@schema.");

    /** A datasource or generator that cannot be used. */
    public static final Rule CONFIGURATION = rule("schema-configuration")
            .summary("A datasource or generator is not complete or not valid")
            .why("Prisma refuses the whole schema: no command knows what to connect to or to generate.")
            .instead("Write the property as the message says; Prisma 7 keeps URLs in prisma.config.ts.");

    /** A preview feature that is unknown or needless. */
    public static final Rule PREVIEW_FEATURE = rule("schema-preview-feature")
            .summary("A preview feature is unknown, needless or missing")
            .why("Prisma refuses what it does not know, and a later version stops ignoring what it has made general.")
            .instead("Remove the feature from previewFeatures, or add the one that the message names.");

    /** A view with what only tables have. */
    public static final Rule VIEW = rule("schema-view")
            .summary("A view declares what only a table can have")
            .why("Prisma refuses the whole schema: a view has no keys and indexes of its own.")
            .instead("Mark the fields that tell rows apart with @unique, and leave @id and @@index away.");

    /** A type block that cannot be. */
    public static final Rule COMPOSITE_TYPE = rule("schema-composite-type")
            .summary("A composite type cannot be used like this")
            .why("Prisma refuses the whole schema: only MongoDB has composite types, and they hold plain fields alone.")
            .instead("Use a Json field, or a model with a relation.");

    /** A database that is judged in part only. */
    public static final Rule PROVIDER = Rule.named("schema-provider", Severity.INFO)
            .summary("The schema is for another database than PostgreSQL")
            .why("What holds for every database is checked; types, keys and indexes of this one are not, but for"
                    + " CockroachDB. Migrations and live databases are looked at for PostgreSQL only.")
            .instead("Run prisma validate beside it, or silence this rule for the schema.");

    private SchemaRules() {}

    /** All of them. */
    public static List<Rule> all() {
        return List.of(
                SYNTAX,
                REFERENCE,
                DUPLICATE,
                RELATION,
                NAME,
                ATTRIBUTE,
                TYPE,
                DEFAULT,
                KEY,
                INDEX,
                CONSTRAINT_NAME,
                SET_NULL,
                RELATION_INDEX,
                NAMESPACE,
                CONFIGURATION,
                PREVIEW_FEATURE,
                VIEW,
                COMPOSITE_TYPE,
                PROVIDER);
    }

    private static Rule warning(String id) {
        return Rule.named(id, Severity.WARNING);
    }

    private static Rule rule(String id) {
        return Rule.named(id, Severity.ERROR).alwaysAnError();
    }
}
