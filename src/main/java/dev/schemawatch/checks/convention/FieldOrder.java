package dev.schemawatch.checks.convention;

import dev.schemawatch.check.CheckSettings;
import dev.schemawatch.check.ModelCheck;
import dev.schemawatch.convention.SchemaConventions.Fields;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.prisma.Field;
import dev.schemawatch.prisma.Model;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Flags a model whose fields do not come in the agreed order. */
public final class FieldOrder implements ModelCheck {
    private static final Rule RULE = Rule.of(FieldOrder.class, Severity.WARNING)
            .summary("The fields of a model do not come in the agreed order")
            .why("In a long model the identity and the timestamps are found at a glance only where they always stand.")
            .instead("Move the fields; the order of the columns in the database does not matter.")
            .offByDefault()
            .alias("prisma-lint", "field-order");

    private final List<String> order;

    /** The check with the order that is agreed on. */
    public FieldOrder(CheckSettings settings) {
        order = settings.conventions().fields().order();
    }

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> inspectModel(Model model) {
        List<String> actual = model.fields().stream().map(Field::name).toList();
        List<String> expected = inOrder(actual);
        return IntStream.range(0, actual.size())
                .filter(i -> !actual.get(i).equals(expected.get(i)))
                .limit(1)
                .mapToObj(i -> RULE.at(
                        model.fields().get(i).location(),
                        model.name(),
                        "in model " + model.name() + " field " + expected.get(i) + " belongs here, in front of "
                                + actual.get(i) + "; the order is " + String.join(", ", order)));
    }

    /** Those in front of the sign for all others, the others as they are, then those behind it. */
    private List<String> inOrder(List<String> fields) {
        int others = order.contains(Fields.OTHERS) ? order.indexOf(Fields.OTHERS) : order.size();
        return Stream.of(
                        order.subList(0, others).stream().filter(fields::contains),
                        fields.stream().filter(field -> !order.contains(field)),
                        order.subList(others, order.size()).stream().filter(fields::contains))
                .flatMap(names -> names)
                .distinct()
                .toList();
    }
}
