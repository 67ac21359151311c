package dev.schemawatch.prisma;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The texts of the {@code .prisma} files of one schema, by path relative to its folder. */
record SchemaFiles(SortedMap<String, String> texts) {

    /** The files below a folder, or the one file. */
    static SchemaFiles below(Path root) throws IOException {
        SortedMap<String, String> texts = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path :
                    paths.filter(path -> path.toString().endsWith(".prisma")).toList()) {
                String name = path.equals(root)
                        ? "schema.prisma"
                        : root.relativize(path).toString();
                texts.put(name, Files.readString(path));
            }
        }
        return new SchemaFiles(texts);
    }

    List<Parsed<PrismaAst>> parsed() {
        return texts.entrySet().stream()
                .map(file -> PrismaParser.parse(file.getKey(), file.getValue()))
                .toList();
    }

    boolean ofPrisma6() {
        return texts.values().stream()
                .anyMatch(text -> text.lines().anyMatch(line -> line.strip().matches("url\\s*=.*")));
    }
}
