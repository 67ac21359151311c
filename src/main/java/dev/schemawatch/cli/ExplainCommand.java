package dev.schemawatch.cli;

import dev.schemawatch.check.RuleSelection;
import dev.schemawatch.config.RuleOption;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.RuleCatalog;
import dev.schemawatch.report.RuleSheet;
import dev.schemawatch.report.RuleState;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code schemawatch explain RULE}: one rule in full, by its own name or by that of another tool. */
@Command(name = "explain", sortOptions = false, description = "Explain a rule: what, why, what to do instead.")
final class ExplainCommand implements Callable<Integer> {
    private final GlobalOptions options;
    private final Surroundings surroundings;

    @Parameters(paramLabel = "RULE", description = "Its name, a former one, or that of another tool.")
    private String name = "";

    ExplainCommand(GlobalOptions options, Surroundings surroundings) {
        this.options = options;
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        RuleSelection selection = RulesInForce.of(options, surroundings);
        RuleSheet sheet = new RuleSheet(options.paint(surroundings));
        surroundings
                .out()
                .print(meant(RulesInForce.catalog(selection)).stream()
                        .map(rule -> sheet.text(
                                new RuleState(rule, selection.severity(rule)), options(rule.id()), example(rule.id())))
                        .collect(Collectors.joining("\n\n")));
        surroundings.out().flush();
        return ExitStatus.CLEAN.code();
    }

    /** Another tool's rule may be several of ours. */
    private List<Rule> meant(RuleCatalog catalog) {
        List<Rule> rules = catalog.find(name).map(List::of).orElseGet(() -> catalog.findByAlias(name));
        if (rules.isEmpty()) {
            throw new CommandFailure(ExitStatus.USAGE, catalog.unknown(name) + " All of them: schemawatch rules");
        }
        return rules;
    }

    private static List<RuleSheet.Option> options(String rule) {
        return RuleOption.of(rule).stream()
                .map(option ->
                        new RuleSheet.Option(option.name(), option.value(), option.standard(), option.description()))
                .toList();
    }

    /** Made from the rule's fixtures by the tests of the documentation. */
    private static Optional<String> example(String rule) {
        try (InputStream text = ExplainCommand.class.getResourceAsStream("/dev/schemawatch/rules/" + rule + ".txt")) {
            return text == null
                    ? Optional.empty()
                    : Optional.of(new String(text.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("reading the example of " + rule, e);
        }
    }
}
