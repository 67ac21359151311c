package dev.schemawatch.config;

import static dev.schemawatch.config.ValueType.choice;
import static dev.schemawatch.config.ValueType.each;
import static dev.schemawatch.config.ValueType.flag;
import static dev.schemawatch.config.ValueType.number;
import static dev.schemawatch.config.ValueType.text;
import static dev.schemawatch.config.ValueType.texts;

import dev.schemawatch.convention.GrammaticalNumber;
import dev.schemawatch.convention.LetterCase;
import dev.schemawatch.convention.NamePattern;
import dev.schemawatch.convention.RequiredField;
import dev.schemawatch.convention.RequiredType;
import dev.schemawatch.convention.SchemaConventions;
import java.util.List;
import java.util.Optional;

/** The options of rules: {@code rules.<rule>.<option>}, in the order of the documentation. */
final class RuleKeys {
    private RuleKeys() {}

    private static final SchemaConventions.Naming NAMING = SchemaConventions.STANDARD.naming();
    private static final SchemaConventions.Fields FIELDS = SchemaConventions.STANDARD.fields();
    private static final SchemaConventions.Size SIZE = SchemaConventions.STANDARD.size();

    private static final ConfigKey<LetterCase> COLUMN_NAME_CASE = letterCase(
            "column-name-case",
            NAMING.columns(),
            "How the words of a column's name, which `@map` gives, are put together.");

    private static final ConfigKey<LetterCase> ENUM_NAME_CASE =
            letterCase("enum-name-case", NAMING.enums(), "How the words of an enum's name are put together.");

    private static final ConfigKey<LetterCase> ENUM_VALUE_CASE =
            letterCase("enum-value-case", NAMING.enumValues(), "How the words of an enum's values are put together.");

    private static final ConfigKey<LetterCase> FIELD_NAME_CASE =
            letterCase("field-name-case", NAMING.fields(), "How the words of a field's name are put together.");

    private static final ConfigKey<GrammaticalNumber> FIELD_NAME_NUMBER = ConfigKey.of(
            "rules.field-name-number.lists",
            choice(GrammaticalNumber.class),
            NAMING.listNumber(),
            "The number of the names of fields that are lists.");

    private static final ConfigKey<List<String>> FIELD_ORDER = ConfigKey.of(
            "rules.field-order.order",
            texts("a list of fields, with ... for those that it does not name"),
            FIELDS.order(),
            "The order of the fields of a model. `...` stands for all fields that are not named; without it, they come"
                    + " last.");

    private static final ConfigKey<List<NamePattern>> FORBIDDEN_FIELD = ConfigKey.of(
            "rules.forbidden-field.fields",
            each("a list of fields, in which * stands for any characters", NamePattern::parse),
            FIELDS.forbidden(),
            "Fields that no model may have. The rule needs it.");

    private static final ConfigKey<List<RequiredField>> MISSING_FIELD = ConfigKey.of(
            "rules.missing-field.fields",
            each("a list of fields, each with a condition if wanted: currency if *Amount", RequiredField::parse),
            FIELDS.required(),
            "Fields that every model must have, or every model that has the field behind `if`. The rule needs it.");

    private static final ConfigKey<List<NamePattern>> MISSING_INDEX = ConfigKey.of(
            "rules.missing-index.fields",
            each("a list of fields, in which * stands for any characters", NamePattern::parse),
            FIELDS.indexed(),
            "Fields that must be the first of an index wherever a model has them. The rule needs it.");

    private static final ConfigKey<LetterCase> MODEL_NAME_CASE =
            letterCase("model-name-case", NAMING.models(), "How the words of a model's name are put together.");

    private static final ConfigKey<GrammaticalNumber> MODEL_NAME_NUMBER = ConfigKey.of(
            "rules.model-name-number.number",
            choice(GrammaticalNumber.class),
            NAMING.modelNumber(),
            "The number of the names of models.");

    private static final ConfigKey<String> MODEL_NAME_PREFIX = ConfigKey.of(
            "rules.model-name-prefix.prefix",
            text("a prefix"),
            "What the name of every model begins with. The rule needs it. `table-name-case` expects"
                    + " the"
                    + " table without it.");

    private static final ConfigKey<Integer> SHRUNKEN_SCHEMA = ConfigKey.of(
            "rules.shrunken-schema.kept-percent",
            number(1, 100),
            SIZE.keptPercent(),
            "How many of the tables of the last commit the schema must still have.");

    private static final ConfigKey<Integer> SUSPICIOUSLY_SMALL_SCHEMA = ConfigKey.of(
            "rules.suspiciously-small-schema.models",
            number(1, 100_000),
            SIZE.fewestModels(),
            "How many models the schema must have at least.");

    private static final ConfigKey<LetterCase> TABLE_NAME_CASE = letterCase(
            "table-name-case",
            NAMING.tables(),
            "How the words of a table's name, which `@@map` gives, are put together.");

    private static final ConfigKey<GrammaticalNumber> TABLE_NAME_NUMBER = ConfigKey.of(
            "rules.table-name-case.number",
            choice(GrammaticalNumber.class),
            NAMING.tableNumber(),
            "`plural` for tables called `bookings` where the model is called `Booking`.");

    private static final ConfigKey<Boolean> UNBOUNDED_STRING = ConfigKey.of(
            "rules.unbounded-string.allow-text",
            flag(),
            FIELDS.textAllowed(),
            "Whether `@db.Text` is enough: then only a string without any `@db` type is a finding.");

    private static final ConfigKey<List<RequiredType>> WRONG_FIELD_TYPE = ConfigKey.of(
            "rules.wrong-field-type.types",
            each("a list of fields with their types: \"id String @db.Uuid\", \"*At DateTime\"", RequiredType::parse),
            FIELDS.types(),
            "The type that fields of a name must have, and the `@db` type if wanted. The rule needs it.");

    static final List<ConfigKey<?>> ALL = List.of(
            COLUMN_NAME_CASE,
            ENUM_NAME_CASE,
            ENUM_VALUE_CASE,
            FIELD_NAME_CASE,
            FIELD_NAME_NUMBER,
            FIELD_ORDER,
            FORBIDDEN_FIELD,
            MISSING_FIELD,
            MISSING_INDEX,
            MODEL_NAME_CASE,
            MODEL_NAME_NUMBER,
            MODEL_NAME_PREFIX,
            SHRUNKEN_SCHEMA,
            SUSPICIOUSLY_SMALL_SCHEMA,
            TABLE_NAME_CASE,
            TABLE_NAME_NUMBER,
            UNBOUNDED_STRING,
            WRONG_FIELD_TYPE);

    /** Options without which their rules find nothing. */
    private static final List<ConfigKey<?>> NEEDED =
            List.of(FORBIDDEN_FIELD, MISSING_FIELD, MISSING_INDEX, MODEL_NAME_PREFIX, WRONG_FIELD_TYPE);

    /** The option without which that rule finds nothing, if there is one. */
    static Optional<ConfigKey<?>> needed(String rule) {
        return NEEDED.stream().filter(key -> key.path().get(1).equals(rule)).findFirst();
    }

    /** What the options come to. */
    static SchemaConventions conventions(ConfigValues values) {
        return new SchemaConventions(
                new SchemaConventions.Naming(
                        values.value(MODEL_NAME_CASE),
                        values.value(FIELD_NAME_CASE),
                        values.value(ENUM_NAME_CASE),
                        values.value(ENUM_VALUE_CASE),
                        values.value(TABLE_NAME_CASE),
                        values.value(COLUMN_NAME_CASE),
                        values.value(MODEL_NAME_NUMBER),
                        values.value(FIELD_NAME_NUMBER),
                        values.value(TABLE_NAME_NUMBER),
                        values.given(MODEL_NAME_PREFIX).orElse(NAMING.modelPrefix())),
                new SchemaConventions.Fields(
                        values.value(FIELD_ORDER),
                        values.value(FORBIDDEN_FIELD),
                        values.value(MISSING_FIELD),
                        values.value(WRONG_FIELD_TYPE),
                        values.value(MISSING_INDEX),
                        values.value(UNBOUNDED_STRING)),
                new SchemaConventions.Size(values.value(SUSPICIOUSLY_SMALL_SCHEMA), values.value(SHRUNKEN_SCHEMA)));
    }

    private static ConfigKey<LetterCase> letterCase(String rule, LetterCase standard, String description) {
        return ConfigKey.of("rules." + rule + ".case", choice(LetterCase.class), standard, description);
    }
}
