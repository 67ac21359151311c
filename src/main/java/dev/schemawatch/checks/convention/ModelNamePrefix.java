package dev.schemawatch.checks.convention;

import dev.schemawatch.check.CheckSettings;
import dev.schemawatch.check.ModelCheck;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.prisma.Model;
import java.util.stream.Stream;

/** Flags a model whose name does not begin as those of all models do. */
public final class ModelNamePrefix implements ModelCheck {
    private static final Rule RULE = Rule.of(ModelNamePrefix.class, Severity.WARNING)
            .summary("The name of a model lacks the agreed prefix")
            .why("Without it the type of a row cannot be told from the type of the domain that has the same name.")
            .instead("Rename the model, and keep its table with @@map.")
            .offByDefault()
            .alias("prisma-lint", "model-name-prefix");

    private final String prefix;

    /** The check with the prefix that is agreed on; an empty one finds nothing. */
    public ModelNamePrefix(CheckSettings settings) {
        prefix = settings.conventions().naming().modelPrefix();
    }

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> inspectModel(Model model) {
        return model.name().startsWith(prefix)
                ? Stream.empty()
                : Stream.of(RULE.at(
                        model.location(),
                        model.name(),
                        "the name of model " + model.name() + " does not begin with " + prefix + "; call it "
                                + prefixed(model.name()) + " and keep the table with @@map(\"" + model.databaseName()
                                + "\")"));
    }

    /** Behind a word, the name begins with a capital. */
    private String prefixed(String name) {
        return Character.isLetter(prefix.charAt(prefix.length() - 1))
                ? prefix + Character.toUpperCase(name.charAt(0)) + name.substring(1)
                : prefix + name;
    }
}
