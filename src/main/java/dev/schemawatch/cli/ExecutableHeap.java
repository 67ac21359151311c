package dev.schemawatch.cli;

import dev.schemawatch.workspace.SourceFile.Content;
import dev.schemawatch.workspace.Workspace;
import org.graalvm.nativeimage.RuntimeOptions;

/**
 * The heap of the executable. Built into it is what suits a command on a repository of usual size: a young generation that
 * fits into the processor's cache, and no collection of the old one before memory gets short, since the command has ended by
 * then. On the JVM, which has settings of its own, nothing happens here.
 */
public final class ExecutableHeap {
    /** Of the time for collections, the percentage that those of the young generation may take before one of the old is due. */
    private static final int BALANCED = 50;

    /** In bytes: the young generation that is built in, and the largest that is of use. */
    private static final long SMALL = 4L << 20;

    private static final long LARGE = 64L << 20;

    /** Reading a schema of a size makes objects of some twenty times that size. */
    private static final long YOUNG_FOR_EACH_CHARACTER = 8;

    private ExecutableHeap() {}

    /** Collects the old generation as well, for a process that is to stay. */
    public static void keepSmall() {
        if (isExecutable()) {
            RuntimeOptions.set("PercentTimeInIncrementalCollection", BALANCED);
        }
    }

    /**
     * Makes room for a large repository. Each collection of the young generation also looks through a map of all that is old:
     * with hundreds of megabytes there, few collections are better than small ones.
     */
    static void fit(Workspace workspace) {
        if (isExecutable()) {
            long characters = workspace.files().values().stream()
                    .mapToLong(file -> file.content() instanceof Content.Text(String text, var _) ? text.length() : 0)
                    .sum();
            RuntimeOptions.set("MaxNewSize", Math.clamp(characters * YOUNG_FOR_EACH_CHARACTER, SMALL, LARGE));
        }
    }

    private static boolean isExecutable() {
        return System.getProperty("org.graalvm.nativeimage.imagecode") != null;
    }
}
