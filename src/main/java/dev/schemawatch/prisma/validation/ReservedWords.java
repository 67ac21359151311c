package dev.schemawatch.prisma.validation;

import java.util.Set;

/** The names that neither a model nor an enum may have. Source: Prisma 6.19 and 7.10, asked word by word. */
final class ReservedWords {
    private static final Set<String> WORDS = Set.of(
            "PrismaClient",
            "async",
            "await",
            "break",
            "case",
            "catch",
            "class",
            "const",
            "continue",
            "debugger",
            "default",
            "delete",
            "do",
            "else",
            "enum",
            "export",
            "extends",
            "false",
            "finally",
            "for",
            "function",
            "if",
            "implements",
            "import",
            "in",
            "instanceof",
            "interface",
            "let",
            "new",
            "null",
            "package",
            "private",
            "protected",
            "public",
            "return",
            "super",
            "switch",
            "this",
            "throw",
            "true",
            "try",
            "typeof",
            "using",
            "var",
            "void",
            "while",
            "with",
            "yield");

    private ReservedWords() {}

    static boolean contains(String name) {
        return WORDS.contains(name);
    }
}
