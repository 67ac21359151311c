package dev.schemawatch.env;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * The name that an application runs under (its {@code NODE_ENV}), and which files it reads because of it. Next.js, dotenv-flow
 * and Vite agree but for one thing: in tests Vite reads {@code .env.local} too. Here it is left out, as in the two others:
 * tests are to be the same on each machine.
 *
 * @param name for example {@code test}; "" where only {@code .env} is read, which is all that Prisma reads; {@code local}
 *     where {@code .env.local} is read as well
 */
public record EnvMode(String name) {
    public EnvMode {
        Objects.requireNonNull(name);
    }

    /** The names of the files that count, the strongest first. */
    public List<String> fileNames() {
        String own = ".env." + name;
        return switch (name) {
            case "" -> List.of(".env");
            case "local" -> List.of(".env.local", ".env");
            case "test" -> List.of(".env.test.local", ".env.test", ".env");
            default -> List.of(own + ".local", ".env.local", own, ".env");
        };
    }

    /** Those of the files that are read, the strongest first: of two with one name that nearer to the root, as in Prisma. */
    public List<EnvFile> select(List<EnvFile> files) {
        List<String> names = fileNames();
        return files.stream()
                .filter(file -> names.contains(nameOf(file)))
                .sorted(Comparator.comparingInt((EnvFile file) -> names.indexOf(nameOf(file)))
                        .thenComparingInt(file -> file.folder().length())
                        .thenComparing(EnvFile::path))
                .toList();
    }

    private static String nameOf(EnvFile file) {
        return file.path().substring(file.folder().length());
    }
}
