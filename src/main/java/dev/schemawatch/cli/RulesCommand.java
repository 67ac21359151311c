package dev.schemawatch.cli;

import dev.schemawatch.check.RuleSelection;
import dev.schemawatch.report.Printable;
import dev.schemawatch.report.RuleState;
import dev.schemawatch.report.RuleTable;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code schemawatch rules}: what is looked for, and how much it matters here. */
@Command(name = "rules", sortOptions = false, description = "List the rules: severity, on or off, summary.")
final class RulesCommand implements Callable<Integer> {
    private final GlobalOptions options;
    private final Surroundings surroundings;

    @Parameters(arity = "0..1", paramLabel = "WORD", description = "Only those whose name or summary holds it.")
    private @Nullable String word;

    @Mixin
    private final PlainFormOption format = new PlainFormOption();

    RulesCommand(GlobalOptions options, Surroundings surroundings) {
        this.options = options;
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        RuleSelection selection = RulesInForce.of(options, surroundings);
        String wanted = word == null ? "" : word;
        List<RuleState> rules = RulesInForce.catalog(selection).rules().stream()
                .map(rule -> new RuleState(rule, selection.severity(rule)))
                .filter(state -> state.speaksOf(wanted))
                .toList();
        surroundings
                .out()
                .print(
                        switch (format.form()) {
                            case TEXT ->
                                rules.isEmpty()
                                        ? "No rule speaks of " + Printable.of(wanted)
                                                + ". All of them: schemawatch rules\n"
                                        : new RuleTable(options.paint(surroundings)).text(rules);
                            case JSON -> RuleTable.json(rules);
                        });
        surroundings.out().flush();
        return ExitStatus.CLEAN.code();
    }
}
