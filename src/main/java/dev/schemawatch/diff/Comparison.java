package dev.schemawatch.diff;

/** What a comparison came to. Nothing here ever counts a guess as an answer. */
public enum Comparison {
    EQUAL,
    DIFFERENT,
    UNDECIDED
}
