package dev.schemawatch.prisma;

/** How many values a field holds. */
public enum Arity {
    REQUIRED,
    OPTIONAL,
    LIST
}
