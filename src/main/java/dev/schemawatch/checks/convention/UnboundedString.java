package dev.schemawatch.checks.convention;

import dev.schemawatch.check.CheckSettings;
import dev.schemawatch.check.FieldCheck;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.prisma.Field;
import dev.schemawatch.prisma.Model;
import dev.schemawatch.prisma.NativeType;
import java.util.Optional;

/** Flags a string of any length. */
public final class UnboundedString implements FieldCheck {
    private static final Rule RULE = Rule.of(UnboundedString.class, Severity.WARNING)
            .summary("A string has no greatest length")
            .why("Whatever a client sends is stored: one request can fill a row with megabytes that every query"
                    + " then carries.")
            .instead("Give the field @db.VarChar(n), or a check constraint in a migration.")
            .offByDefault()
            .alias("prisma-lint", "ban-unbounded-string-type");

    private final boolean textAllowed;

    /** The check, with or without {@code @db.Text} as a type for strings. */
    public UnboundedString(CheckSettings settings) {
        textAllowed = settings.conventions().fields().textAllowed();
    }

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Optional<String> problem(Model model, Field field) {
        return field.typeName().equals("String") && !isBounded(field.nativeType())
                ? Optional.of(
                        "holds text of any length; give it @db.VarChar(n) with the greatest length that makes sense")
                : Optional.empty();
    }

    private boolean isBounded(Optional<NativeType> type) {
        return type.filter(given -> switch (given.name()) {
                    case "Char", "Bit", "Uuid", "Inet" -> true;
                    case "VarChar", "VarBit" -> !given.arguments().isEmpty();
                    case "Text" -> textAllowed;
                    default -> false;
                })
                .isPresent();
    }
}
