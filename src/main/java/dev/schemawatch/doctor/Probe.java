package dev.schemawatch.doctor;

import java.util.stream.Stream;

/** Looks at one thing when it is asked, and says what it is like. Never throws because of what it meets. */
@FunctionalInterface
interface Probe {

    /** One diagnosis for each line. */
    Stream<Diagnosis> examine();
}
