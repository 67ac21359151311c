package dev.schemawatch.prisma.validation;

/** The preview features that other rules ask for. */
enum PreviewFeature {
    VIEWS("views"),
    POSTGRESQL_EXTENSIONS("postgresqlExtensions"),
    PARTIAL_INDEXES("partialIndexes"),
    SHARD_KEYS("shardKeys");

    private final String word;

    PreviewFeature(String word) {
        this.word = word;
    }

    /** As a generator writes it. */
    String word() {
        return word;
    }
}
