package dev.schemawatch.checks.prisma;

import dev.schemawatch.check.FieldCheck;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.prisma.Field;
import dev.schemawatch.prisma.FieldDefault;
import dev.schemawatch.prisma.Model;
import java.util.Optional;
import java.util.regex.Pattern;

/** Flags a uuid in a column of text. */
public final class UuidStoredAsText implements FieldCheck {
    private static final Rule RULE = Rule.of(UuidStoredAsText.class, Severity.WARNING)
            .summary("A uuid is stored as text")
            .why("Text takes 37 bytes instead of 16 in the table and in every index, accepts what is no uuid, and"
                    + " cannot be joined with a column of type uuid.")
            .instead("Give the field @db.Uuid; on a table with rows the change rewrites it, so plan the migration.")
            .offByDefault();

    @Override
    public Rule rule() {
        return RULE;
    }

    private static final Pattern FUNCTION = Pattern.compile("(?i)gen_random_uuid|uuid_generate_v|uuidv[47]");

    @Override
    public Optional<String> problem(Model model, Field field) {
        boolean isUuid = field.typeName().equals("String")
                && field.defaultValue().filter(UuidStoredAsText::makesUuid).isPresent();
        boolean isText =
                field.nativeType().filter(type -> type.name().equals("Uuid")).isEmpty();
        return isUuid && isText ? Optional.of("holds a uuid in a column of text; give it @db.Uuid") : Optional.empty();
    }

    private static boolean makesUuid(FieldDefault value) {
        return switch (value) {
            case FieldDefault.ClientGenerated(String function) -> function.equals("uuid");
            case FieldDefault.DbGenerated(Optional<String> sql) ->
                sql.filter(text -> FUNCTION.matcher(text).find()).isPresent();
            case FieldDefault.Text _,
                    FieldDefault.Numeral _,
                    FieldDefault.Bool _,
                    FieldDefault.EnumValue _,
                    FieldDefault.ListOf _,
                    FieldDefault.Now _,
                    FieldDefault.AutoIncrement _ -> false;
        };
    }
}
