package dev.schemawatch.check;

import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.prisma.Field;
import dev.schemawatch.prisma.Model;
import java.util.Optional;
import java.util.stream.Stream;

/** A check that finds one thing at most in a field of a model. */
public interface FieldCheck extends ModelCheck {

    /** What is wrong with the field and what to do, in words that follow "field x of model Y "; empty when nothing is. */
    Optional<String> problem(Model model, Field field);

    @Override
    default Stream<Finding> inspectModel(Model model) {
        return model.fields().stream()
                .flatMap(field -> problem(model, field).map(problem -> at(rule(), model, field, problem)).stream());
    }

    private static Finding at(Rule rule, Model model, Field field, String problem) {
        return rule.at(
                field.location(),
                model.name() + "." + field.name(),
                "field " + field.name() + " of model " + model.name() + " " + problem);
    }
}
