package dev.schemawatch;

import org.graalvm.nativeimage.RuntimeOptions;

/**
 * The heap of the executable. Built into it is what suits a command: the old generation is not collected before memory gets
 * short, since the command has ended by then.
 */
final class ExecutableHeap {
    /** Of the time for collections, the percentage that those of the young generation may take before one of the old is due. */
    private static final int BALANCED = 50;

    private ExecutableHeap() {}

    /**
     * Collects the old generation as well, for a process that is to stay. On the JVM, which has settings of its own, nothing
     * happens.
     */
    static void keepSmall() {
        if (System.getProperty("org.graalvm.nativeimage.imagecode") != null) {
            RuntimeOptions.set("PercentTimeInIncrementalCollection", BALANCED);
        }
    }
}
