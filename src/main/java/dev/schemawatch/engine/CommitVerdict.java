package dev.schemawatch.engine;

import dev.schemawatch.finding.Finding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The findings of what is about to be committed, apart by whose they are: nobody can be asked to mend everything before the
 * next commit.
 *
 * @param introduced what the commit would bring in, sorted
 * @param known what is in one of the commits below already, sorted
 */
public record CommitVerdict(List<Finding> introduced, List<Finding> known) {
    public CommitVerdict {
        introduced = introduced.stream().sorted().toList();
        known = known.stream().sorted().toList();
    }

    /**
     * Tells them apart by their identity, which survives edits elsewhere; of several with the same one, as many are known as
     * one parent has.
     *
     * @param staged findings of what is about to be committed
     * @param parents findings of each commit that it is made on top of
     */
    public static CommitVerdict of(Collection<Finding> staged, List<? extends Collection<Finding>> parents) {
        Map<Finding.Identity, Long> left = new HashMap<>();
        for (Collection<Finding> parent : parents) {
            parent.stream()
                    .collect(Collectors.groupingBy(Finding::identity, Collectors.counting()))
                    .forEach((identity, count) -> left.merge(identity, count, Math::max));
        }
        List<Finding> introduced = new ArrayList<>();
        List<Finding> known = new ArrayList<>();
        for (Finding finding : staged) {
            boolean isKnown = left.merge(finding.identity(), -1L, Long::sum) >= 0;
            (isKnown ? known : introduced).add(finding);
        }
        return new CommitVerdict(introduced, known);
    }

    /** The same findings, those that come in as {@code change} has them. */
    public CommitVerdict withIntroduced(Function<Finding, Finding> change) {
        return new CommitVerdict(introduced.stream().map(change).toList(), known);
    }
}
