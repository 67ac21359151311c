package dev.schemawatch;

import org.graalvm.nativeimage.RuntimeOptions;

/**
 * The heap of the executable. Built into it is what suits a command: garbage of the old generation is left until the heap
 * holds 64 MB, since the command has ended by then.
 */
final class ExecutableHeap {
    /** Bytes below which the old generation is never collected; a daemon at rest holds about 6 MB. */
    private static final long SMALL = 8L << 20;

    private ExecutableHeap() {}

    /** Collects sooner, for a process that is to stay. On the JVM, which has settings of its own, nothing happens. */
    static void keepSmall() {
        if (System.getProperty("org.graalvm.nativeimage.imagecode") != null) {
            RuntimeOptions.set("MinHeapSize", SMALL);
        }
    }
}
