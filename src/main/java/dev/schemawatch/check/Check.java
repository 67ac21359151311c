package dev.schemawatch.check;

import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Rule;
import java.util.stream.Stream;

/**
 * Looks for one thing. A check has no state beside its settings and always says the same of the same fact: the engine
 * does not ask again until the fact is another.
 *
 * @param <F> the type of the fact it reads
 */
public interface Check<F> {

    /** What is looked for; its id is unique among all checks. */
    Rule rule();

    /** The fact that {@link #inspect} is given, once per project, migration or file, as the fact says. */
    Fact<F> reads();

    /** The findings in that fact, each made by {@code rule().at(…)}, in any order; never throws for what a user wrote. */
    Stream<Finding> inspect(F fact);
}
