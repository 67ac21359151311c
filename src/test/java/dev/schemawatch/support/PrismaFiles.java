package dev.schemawatch.support;

import dev.schemawatch.prisma.Parsed;
import dev.schemawatch.prisma.PrismaAst;
import dev.schemawatch.prisma.PrismaParser;
import dev.schemawatch.prisma.PrismaSchema;
import dev.schemawatch.prisma.PrismaSchemaResolver;
import dev.schemawatch.prisma.SchemaLowering;
import dev.schemawatch.schema.DatabaseSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A Prisma schema on disk, one file or a folder of them, as the database that it expects. */
public final class PrismaFiles {
    private static final int MAJOR = 7;

    private PrismaFiles() {}

    /** What the schema expects of a database whose default namespace is {@code public}. */
    public static DatabaseSchema expected(Path fileOrFolder) {
        return SchemaLowering.lower(read(fileOrFolder), MAJOR, "public").expected();
    }

    private static PrismaSchema read(Path fileOrFolder) {
        try (Stream<Path> files = Files.walk(fileOrFolder)) {
            List<PrismaAst> trees = files.filter(file -> file.toString().endsWith(".prisma"))
                    .sorted()
                    .map(PrismaFiles::parse)
                    .map(Parsed::value)
                    .toList();
            return PrismaSchemaResolver.resolve(trees);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Parsed<PrismaAst> parse(Path file) {
        try {
            return PrismaParser.parse(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
