package dev.schemawatch.checks.convention;

import dev.schemawatch.check.CheckSettings;
import dev.schemawatch.check.ModelCheck;
import dev.schemawatch.convention.SchemaConventions.Naming;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.prisma.Model;
import java.util.stream.Stream;

/** Flags a table that is not called as its model, in the case of tables. */
public final class TableNameCase implements ModelCheck {
    private static final Rule RULE = Rule.of(TableNameCase.class, Severity.WARNING)
            .summary("The name of a table does not follow from that of its model")
            .why("Whoever writes SQL has to look up which table a model is, and quote the name where it has capitals.")
            .instead("Give the model @@map with the name that the message proposes; renaming the table of a running"
                    + " system is a migration of its own.")
            .offByDefault()
            .alias("prisma-lint", "model-name-mapping-snake-case");

    private final Naming naming;

    /** The check with the names that are agreed on. */
    public TableNameCase(CheckSettings settings) {
        naming = settings.conventions().naming();
    }

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> inspectModel(Model model) {
        String name = model.name();
        String prefix = naming.modelPrefix();
        String bare =
                name.length() > prefix.length() && name.startsWith(prefix) ? name.substring(prefix.length()) : name;
        String plain = naming.tableNumber().of(bare);
        if (naming.tables().matches(model.databaseName(), plain)) {
            return Stream.empty();
        }
        String better = naming.tables().of(plain);
        return Stream.of(RULE.at(
                model.location(),
                name,
                "the table of model " + name + " is called " + model.databaseName() + "; "
                        + (better.equals(name) ? "leave out its @@map" : "call it @@map(\"" + better + "\")")));
    }
}
