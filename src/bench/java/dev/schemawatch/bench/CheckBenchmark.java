package dev.schemawatch.bench;

import dev.schemawatch.check.CheckSettings;
import dev.schemawatch.check.RuleSelection;
import dev.schemawatch.checks.Checks;
import dev.schemawatch.engine.Engine;
import dev.schemawatch.engine.Evaluation;
import dev.schemawatch.engine.Inputs;
import dev.schemawatch.engine.Memo;
import dev.schemawatch.workspace.Fingerprint;
import dev.schemawatch.workspace.Project;
import dev.schemawatch.workspace.SourceFile;
import dev.schemawatch.workspace.Workspace;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A schema of 7,600 lines: checked from nothing, and again after one model was edited. */
@State(Scope.Thread)
@BenchmarkMode({Mode.AverageTime, Mode.SampleTime})
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(1)
public class CheckBenchmark {
    private static final LargeSchema SCHEMA = new LargeSchema(200);
    private static final Project PROJECT =
            new Project("prisma/schema.prisma", List.of("prisma/schema.prisma"), "prisma/migrations", 6);

    private final Engine engine = new Engine(Checks.all(CheckSettings.NONE), Checks.standard());
    private final Inputs before = inputs("remark");
    private final Inputs after = inputs("remarks");
    private Memo memo = Memo.empty();
    private boolean edited;

    /** The state of a daemon that has checked once. */
    @Setup
    public void checkOnce() {
        memo = engine.evaluate(before, Memo.empty()).memo();
    }

    /** Parse, resolve, lower and check everything. */
    @Benchmark
    public Evaluation full() {
        return engine.evaluate(before, Memo.empty());
    }

    /** One field of one model is renamed, or renamed back. */
    @Benchmark
    public Evaluation oneModelEdited() {
        edited = !edited;
        Evaluation evaluation = engine.evaluate(edited ? after : before, memo);
        memo = evaluation.memo();
        return evaluation;
    }

    private static Inputs inputs(String nonce) {
        String text = SCHEMA.text(nonce);
        SourceFile file = new SourceFile(
                PROJECT.schema(),
                new SourceFile.Content.Text(text, Fingerprint.of(text.getBytes(StandardCharsets.UTF_8))));
        SortedMap<String, SourceFile> files = new TreeMap<>();
        files.put(file.path(), file);
        return Inputs.of(new Workspace(List.of(PROJECT), Optional.empty(), files, new TreeSet<>(), Optional.empty()));
    }
}
