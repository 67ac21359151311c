package dev.schemawatch.prisma.validation;

import java.util.Optional;
import java.util.stream.Stream;

/** The kinds of indexes that {@code type:} names. */
enum IndexMethod {
    B_TREE("BTree"),
    HASH("Hash"),
    GIST("Gist"),
    GIN("Gin"),
    SP_GIST("SpGist"),
    BRIN("Brin");

    private final String word;

    IndexMethod(String word) {
        this.word = word;
    }

    /** As the schema writes it. */
    String word() {
        return word;
    }

    static Optional<IndexMethod> of(String word) {
        return Stream.of(values()).filter(method -> method.word.equals(word)).findFirst();
    }
}
