package dev.schemawatch.scaffold;

import java.util.Objects;

/**
 * How Prisma is run in a repository. All folders are from the top of the checkout; empty for the top.
 *
 * @param manager who installs packages
 * @param folder of the package that the schema belongs to: the nearest one with a {@code package.json}
 */
public record Toolchain(PackageManager manager, String folder) {
    public Toolchain {
        Objects.requireNonNull(manager);
        Objects.requireNonNull(folder);
    }

    /** A path from the top of the checkout, as seen from the package. */
    String fromPackage(String path) {
        return folder.isEmpty() || !path.startsWith(folder + "/") ? path : path.substring(folder.length() + 1);
    }
}
