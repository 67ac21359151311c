package dev.schemawatch.check;

import dev.schemawatch.finding.Finding;
import dev.schemawatch.prisma.Model;
import java.util.stream.Stream;

/** A check that looks at one model at a time. Views are passed over: their names and columns are those of a query. */
public interface ModelCheck extends SchemaCheck {

    /** The findings in that model, in any order. */
    Stream<Finding> inspectModel(Model model);

    @Override
    default Stream<Finding> inspect(ProjectSchema project) {
        return project.schema().models().stream().filter(model -> !model.view()).flatMap(this::inspectModel);
    }
}
